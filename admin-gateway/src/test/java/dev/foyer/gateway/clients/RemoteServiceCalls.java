package dev.foyer.gateway.clients;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.base.Problem;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.clients.PinServiceClient.IssuedPin;
import dev.foyer.gateway.clients.PinServiceClient.Reset;
import dev.foyer.service.calls.CallSigner;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A service that answers what a test says, and a client of it. */
abstract class RemoteServiceCalls {

    static final Duration DEADLINE = Duration.ofSeconds(2);
    static final Answer ISSUED = Answer.json(200, "{\"pin\": \"48213\", \"conferenceId\": \"4711007\"}");
    static final Answer MOVES = Answer.json(503, "{}");
    static final Answer REFUSED = Answer.json(409, """
            {"type": "/problems/user-not-enabled", "title": "T", "status": 409, "detail": "D", "more": {"a": [1]}}""");
    static final Answer HANGS_UP = Answer.json(0, "");
    static final Answer NEVER_ANSWERS = Answer.json(-1, "");

    static final CommandContext COMMAND = new CommandContext(
            new Account("admin", "contoso.com", Set.of("conferencing-admin"), "u-9"),
            "conferencing-admin",
            "command-1",
            "correlation-1");

    private static boolean warm;

    @Inject
    CallSigner signer;

    final ClockReport clocks = new ClockReport();
    StandIn service;

    /** The first call of a JVM takes seconds on a busy machine, and some tests have short deadlines. */
    @BeforeEach
    void listen() throws IOException {
        if (!warm) {
            try (StandIn first = new StandIn(0)) {
                remote(first.uri(), Duration.ofSeconds(30)).run(COMMAND, (pins, command) -> pins.lockPin(command, "u"));
            }
            warm = true;
        }
        service = new StandIn(0);
    }

    @AfterEach
    void close() {
        service.close();
    }

    RemoteService<PinServiceClient> remote(URI uri, Duration deadline) {
        PinServiceClient client =
                QuarkusRestClientBuilder.newBuilder().baseUri(uri).build(PinServiceClient.class);
        return new RemoteService<>(
                "pin-service", client, signer, new Pulse(uri, Optional.empty())::beat, clocks, deadline);
    }

    Answered<IssuedPin> reset(String userId) {
        return reset(remote(service.uri(), DEADLINE), userId);
    }

    static Answered<IssuedPin> reset(RemoteService<PinServiceClient> remote, String userId) {
        return remote.call(COMMAND, (pins, command) -> pins.resetPin(command, userId, new Reset(null, null, true)));
    }

    static Problem refusal(RemoteService<PinServiceClient> remote) {
        return assertThrows(Problem.ProblemException.class, () -> reset(remote, "u-1"))
                .problem();
    }

    Problem refusal() {
        return refusal(remote(service.uri(), DEADLINE));
    }
}
