package dev.foyer.proof.front;

import dev.foyer.local.secrets.Accounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is asked of Foyer. */
final class Scripts {

    static final String NOTHING = "nothing (GET /me)";
    static final String SERVICE_CALL = "one service call (GET /settings)";
    static final String READ_USER = "read a user";
    static final String LIST = "list users";
    static final String SEARCH = "search users";
    static final String RESET_HELD = "reset, mail held";
    static final String RESET_MAILED = "reset, mail sent";
    static final String DIAL = "dial";
    static final String PIN = "organizer's PIN";
    static final String HANG_UP = "hang up";

    private static final String API = "/api/v1";

    private final String admin;
    private final String bridge;
    private final Population people;

    Scripts(Accounts accounts, Population people) {
        this.admin = Request.basic("admin", accounts.named("admin").password());
        this.bridge = Request.basic("bridge", accounts.named("bridge").password());
        this.people = people;
    }

    /** In the order in which they are measured. */
    List<Script.Maker> all() {
        return List.of(
                Script.repeating(NOTHING, _ -> Request.get(API + "/me", admin)),
                Script.repeating(SERVICE_CALL, _ -> Request.get(API + "/settings", admin)),
                Script.repeating(READ_USER, n -> Request.get(API + "/users/" + people.user(n), admin)),
                Script.repeating(LIST, _ -> Request.get(API + "/users?limit=25", admin)),
                Script.repeating(SEARCH, n -> Request.get(API + "/users?limit=25&q=" + people.beginning(n), admin)),
                Script.repeating(RESET_HELD, n -> reset(n, "{\"sendEmail\":false}")),
                Script.repeating(RESET_MAILED, n -> reset(n, "{\"sendEmail\":true}")),
                this::call);
    }

    private Request reset(int n, String body) {
        return Request.json("POST", API + "/users/" + people.reset(n) + "/pin/reset", admin, body);
    }

    /** One caller of one organizer's own conference, who is let in by PIN and hangs up. */
    private Script call(int connection) {
        Population.Organizer organizer = people.organizer(connection);
        return new Script() {
            private String callId;
            private int step;

            @Override
            public Map.Entry<String, Request> next() {
                return switch (step++ % 3) {
                    case 0 -> {
                        callId = UUID.randomUUID().toString();
                        yield Map.entry(
                                DIAL,
                                Request.json(
                                        "POST",
                                        API + "/bridge/calls",
                                        bridge,
                                        "{\"callId\":\"" + callId
                                                + "\",\"conferenceId\":\"" + organizer.conferenceId()
                                                + "\",\"from\":\"+390255500001\"}"));
                    }
                    case 1 ->
                        Map.entry(
                                PIN,
                                Request.json(
                                        "POST",
                                        API + "/bridge/calls/" + callId + "/organizer-pin",
                                        bridge,
                                        "{\"pin\":\"" + organizer.pin() + "\"}"));
                    default -> Map.entry(HANG_UP, Request.json("DELETE", API + "/bridge/calls/" + callId, bridge, ""));
                };
            }
        };
    }
}
