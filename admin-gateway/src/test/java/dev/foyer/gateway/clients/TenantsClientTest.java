package dev.foyer.gateway.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.clients.TenantsClient.Made;
import dev.foyer.gateway.clients.TenantsClient.Wanted;
import dev.foyer.service.calls.CallSigner;
import dev.foyer.testing.BrokerResource;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the process that holds the key to the broker is told, on real sockets. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class TenantsClientTest {

    private static final String PASSWORD = "a-password-that-nobody-saw";
    private static final CommandContext OPERATOR = new CommandContext(
            new Account("olga", "northwind.com", Set.of("operator"), null), "operator", "command-1", "correlation-1");

    @Inject
    CallSigner signer;

    private StandIn process;
    private RemoteService<TenantsClient> tenants;

    @BeforeEach
    void listen() throws IOException {
        process = new StandIn(0);
        tenants = new RemoteService<>(
                "tenants",
                QuarkusRestClientBuilder.newBuilder().baseUri(process.uri()).build(TenantsClient.class),
                signer,
                () -> Pulse.Beat.ANSWERED,
                new ClockReport(),
                Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void anOperatorAsksAndAsksAgainAsTheSame() {
        process.answers(Answer.json(0, ""), Answer.json(200, """
                {"tenant": "northwind.com", "administrator": {"name": "admin@northwind.com", "password": "%s"}}""".formatted(PASSWORD)));
        Made made = tenants.call(OPERATOR, (all, of) -> all.add(of, new Wanted(true, null)))
                .body();
        assertEquals(PASSWORD, made.administrator().password());
        assertFalse(made.toString().contains(PASSWORD));
        assertEquals(2, process.asked().size());
        process.asked().forEach(asked -> {
            assertEquals("PUT /tenants/northwind.com", asked.call());
            assertEquals("{\"account\":true}", asked.body());
            var token = asked.token();
            assertEquals("tenants", token.path("aud").asText());
            assertEquals("olga", token.path("sub").asText());
            assertEquals("operator", token.path("role").asText());
            assertEquals("northwind.com", token.path("tenant").asText());
            assertEquals("command-1", token.path("command").asText());
        });
    }

    @Test
    void whatIsNotReadYetIsSaid() {
        process.answers(Answer.json(202, ""), Answer.json(204, ""));
        assertEquals(202, tenants.run(OPERATOR, TenantsClient::awaitRead).status());
        assertEquals(204, tenants.run(OPERATOR, TenantsClient::awaitRead).status());
        assertEquals(
                "POST /tenants/northwind.com/reading",
                process.asked().getFirst().call());
    }
}
