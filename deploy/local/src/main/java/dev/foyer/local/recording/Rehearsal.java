package dev.foyer.local.recording;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.demo.Story;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.http.Segment;
import dev.foyer.local.load.People;
import dev.foyer.local.load.Person;
import dev.foyer.local.secrets.Accounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the processes do while they are recorded: the main job once, and then what they are to be quick at, for a while. */
final class Rehearsal {

    private static final int AT_A_TIME = 8;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);
    private static final int DIGITS = 100_000;

    private final Cast cast;
    private final Api admin;

    private Rehearsal(Cast cast, Api admin) {
        this.cast = cast;
        this.admin = admin;
    }

    /** With the demo tenants of a Foyer that is up. */
    static Rehearsal of(Ports ports, Accounts accounts, String mailPassword) {
        return new Rehearsal(
                Cast.of(ports, accounts, mailPassword), Api.as(accounts.named("admin"), ports.http(Endpoint.GATEWAY)));
    }

    /** What is refused or fails on the way is no matter: it is not what is looked at here. */
    void play() {
        new Story(line -> {}).play(cast);
        List<Person> people = People.contoso();
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        try (ExecutorService callers = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (int i = 0; i < AT_A_TIME; i++) {
                Person person = people.get(10 + i);
                callers.submit(() -> {
                    String conferenceId = enabled(person);
                    while (System.nanoTime() < end) {
                        round(person, conferenceId);
                    }
                });
            }
        }
    }

    private String enabled(Person person) {
        return admin.post(path(person) + "/conferencing", Map.of()).text("conferenceId");
    }

    private void round(Person person, String conferenceId) {
        Answer reset = admin.post(path(person) + "/pin/reset", Map.of());
        admin.get(path(person));
        admin.get("/api/v1/users?limit=25&q=" + person.userId().substring(0, 3));
        admin.get("/api/v1/users?limit=25");
        String callId = "rehearsal-" + UUID.randomUUID();
        String call = "/api/v1/bridge/calls/" + callId;
        Api bridge = cast.bridge();
        bridge.post(
                "/api/v1/bridge/calls", Map.of("callId", callId, "conferenceId", conferenceId, "from", "+12065550100"));
        String pin = reset.status() == 200 ? reset.text("pin") : Integer.toString(DIGITS);
        bridge.post(call + "/organizer-pin", Map.of("pin", pin));
        bridge.get(call);
        bridge.delete(call);
    }

    private static String path(Person person) {
        return "/api/v1/users/" + Segment.of(person.userPrincipalName());
    }
}
