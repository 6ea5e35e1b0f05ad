package dev.foyer.local.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import java.util.List;
import java.util.Set;

/** What a tenant has in the services: its meetings and users, ended and removed through the public API. */
final class TenantContents {

    private static final Set<Integer> DONE = Set.of(200, 204, 404, 409, 410);
    /** What comes meanwhile is found by looking again; who looks so often is not waiting for an end any more. */
    private static final int LOOKS = 20;

    private final Api administrator;
    private final Console console;

    TenantContents(Api administrator, Console console) {
        this.administrator = administrator;
        this.console = console;
    }

    /** Returns when nothing is left. */
    void end() {
        int meetings = endMeetings();
        int users = 0;
        for (int look = 0; look < LOOKS; look++) {
            List<String> left = ids("/api/v1/users?limit=200", "userId");
            if (left.isEmpty()) {
                // Those that the users' own conferences made by starting meanwhile.
                console.say("Ended " + (meetings + endMeetings()) + " meetings, removed " + users + " users.");
                return;
            }
            for (String user : left) {
                done(administrator.delete("/api/v1/users/" + user));
                users++;
            }
        }
        throw new CannotRun("Users come faster than they can be removed; end what sends them, and call this again.");
    }

    private int endMeetings() {
        int ended = 0;
        for (String phase : List.of("RUNNING", "WAITING")) {
            for (String meeting : ids("/api/v1/meetings?limit=200&phase=" + phase, "conferenceId")) {
                done(administrator.post("/api/v1/meetings/" + meeting + "/end", List.of()));
                ended++;
            }
        }
        return ended;
    }

    private List<String> ids(String list, String name) {
        Answer answer = administrator.get(list);
        if (answer.status() != 200) {
            throw new CannotRun("The gateway does not say what the tenant has: " + answer + ".");
        }
        return answer.body()
                .path("items")
                .valueStream()
                .map((JsonNode item) -> item.path(name).asText())
                .toList();
    }

    private static void done(Answer answer) {
        if (!DONE.contains(answer.status())) {
            throw new CannotRun("Something of the tenant could not be ended: " + answer + "; call this again.");
        }
    }
}
