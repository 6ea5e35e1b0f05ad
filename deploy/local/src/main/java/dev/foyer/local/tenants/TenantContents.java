package dev.foyer.local.tenants;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.Pause;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.http.Segment;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a tenant has in the services: its meetings and users, ended and removed through the public API, however many they are.
 * Each look takes all that there is, so that a further one finds what came meanwhile and nothing else.
 */
final class TenantContents {

    private static final String USERS = "/api/v1/users?";
    private static final List<String> OPEN_MEETINGS =
            List.of("/api/v1/meetings?phase=RUNNING&", "/api/v1/meetings?phase=WAITING&");

    private static final Set<Integer> DONE = Set.of(200, 204, 404, 409, 410);
    /** Left for the next look. */
    private static final Set<Integer> NOT_NOW = Set.of(429, 503, 504);
    /** Who looks so often is not waiting for an end any more. */
    private static final int LOOKS = 20;

    private static final int MOST_OF_A_PAGE = 200;
    /** What is done is a moment later gone from the lists. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    private final Api administrator;
    private final Consumer<Set<String>> unaddressable;
    private final Console console;
    private final int page;
    private final Set<String> ended = new HashSet<>();
    private final Set<String> removed = new HashSet<>();

    /** @param unaddressable removes the users whose ids no path can say; there are some from before that was refused */
    TenantContents(Api administrator, Consumer<Set<String>> unaddressable, Console console) {
        this(administrator, unaddressable, console, MOST_OF_A_PAGE);
    }

    /** @param page so many of a list at once */
    TenantContents(Api administrator, Consumer<Set<String>> unaddressable, Console console, int page) {
        this.administrator = administrator;
        this.unaddressable = unaddressable;
        this.console = console;
        this.page = page;
    }

    /** Returns when nothing is left. */
    void end() {
        for (int look = 0; look < LOOKS; look++) {
            // Meetings last, too: users' own conferences make some by starting meanwhile.
            Set<String> meetings = meetings();
            Set<String> users = users();
            if (meetings.isEmpty() && users.isEmpty()) {
                console.say("Ended " + ended.size() + " meetings, removed " + removed.size() + " users.");
                return;
            }
            meetings.forEach(this::endMeeting);
            removeUsers(users);
            Pause.untilTrue(BETWEEN_LOOKS, this::isNothingLeft);
        }
        throw new CannotRun("Users or meetings come faster than they can be removed; end what sends them, and call this"
                + " again.");
    }

    private Set<String> meetings() {
        Set<String> open = new LinkedHashSet<>();
        OPEN_MEETINGS.forEach(list -> open.addAll(all(list, "conferenceId")));
        return open;
    }

    private Set<String> users() {
        return all(USERS, "userId");
    }

    private boolean isNothingLeft() {
        return Stream.concat(OPEN_MEETINGS.stream(), Stream.of(USERS))
                .allMatch(list -> page(list + "limit=1").at("items").isEmpty());
    }

    private void endMeeting(String meeting) {
        if (isDone(administrator.post("/api/v1/meetings/" + Segment.of(meeting) + "/end", List.of()))) {
            ended.add(meeting);
        }
    }

    private void removeUsers(Set<String> users) {
        Set<String> others = new LinkedHashSet<>();
        for (String user : users) {
            if (!Segment.isAddressable(user)) {
                others.add(user);
            } else if (isDone(administrator.delete("/api/v1/users/" + Segment.of(user)))) {
                removed.add(user);
            }
        }
        if (!others.isEmpty()) {
            unaddressable.accept(others);
            removed.addAll(others);
        }
    }

    /** Of all pages. */
    private Set<String> all(String list, String name) {
        Set<String> ids = new LinkedHashSet<>();
        String cursor = "";
        do {
            Answer answer = page(list + "limit=" + page + cursor);
            answer.at("items").forEach(item -> ids.add(item.path(name).asText()));
            String next = answer.text("next");
            cursor = next == null ? null : "&cursor=" + URLEncoder.encode(next, UTF_8);
        } while (cursor != null);
        return ids;
    }

    private Answer page(String path) {
        Answer answer = administrator.get(path);
        if (answer.status() != 200) {
            throw new CannotRun("The gateway does not say what the tenant has: " + answer + "; call this again.");
        }
        return answer;
    }

    private static boolean isDone(Answer answer) {
        if (!DONE.contains(answer.status()) && !NOT_NOW.contains(answer.status())) {
            throw new CannotRun("Something of the tenant could not be ended: " + answer + "; call this again.");
        }
        return DONE.contains(answer.status());
    }
}
