package dev.foyer.gateway.tenants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.base.Problem;
import dev.foyer.gateway.index.AccountEntry;
import dev.foyer.gateway.index.CampaignEntry;
import dev.foyer.gateway.index.Fixtures;
import dev.foyer.gateway.index.UserQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However much a tenant has, and whatever its users are called: all of it goes, and nothing of others. */
class TenantContentsTest {

    private final Fixtures index = new Fixtures();
    private final Services services = new Services();

    @AfterEach
    void close() {
        index.close();
    }

    private int end() {
        return new TenantContents(index.contoso(), _ -> {}, services).end();
    }

    private static String json(String id) {
        return id.replace("\\", "\\\\");
    }

    private void user(String tenant, String id) {
        index.given("foyer.pin.UserProvisioned.v1", """
                {"tenant": "%s", "userId": "%s", "displayName": "X", "userPrincipalName": "x"}""".formatted(tenant, json(id)));
    }

    private long users() {
        return index.contoso()
                .users(new UserQuery(null, null, UserQuery.Order.DISPLAY_NAME), 1, null)
                .total();
    }

    @Test
    void moreThanTwoPagesGoAndOthersStay() {
        for (int i = 0; i < 450; i++) {
            user("contoso.com", "user-" + i);
        }
        user("fabrikam.com", "user-1");
        index.given("foyer.meeting.MeetingScheduled.v1", """
                {"tenant": "contoso.com", "conferenceId": "1111111", "organizerId": "u", "startWithoutPin": false}""");
        index.given("foyer.pin.ConferenceIdScanSuspected.v1", """
                {"tenant": "contoso.com", "source": "number.1", "kind": "NUMBER", "account": "bridge",
                "unknownConferenceIds": 11, "organizersGuessedAt": 0, "at": "2026-11-26T10:15:30Z"}""");
        index.given("foyer.pin.AccountSignedIn.v1", """
                {"tenant": "contoso.com", "account": "admin", "address": "203.0.113.7"}""");
        index.given("foyer.pin.CampaignStarted.v1", """
                {"tenant": "contoso.com", "campaignId": "c-1", "action": "ENABLE", "perSecond": 1, "users": 9,
                "at": "2026-11-26T10:15:30Z"}""");
        assertEquals(454, end());
        assertEquals(0, users());
        assertEquals(
                CampaignEntry.State.STOPPED,
                index.contoso().campaign("c-1").orElseThrow().state());
        assertTrue(index.contoso().scan("number.1").isEmpty());
        assertTrue(index.contoso()
                .account("admin")
                .filter(AccountEntry::isRemembered)
                .isEmpty());
        assertTrue(index.fabrikam().user("user-1").isPresent());
    }

    @Test
    void whatNoPathCanSayGoesAnotherWay() {
        Set<String> odd = new TreeSet<>(Set.of(".", "..", "a\\b"));
        IntStream.range(0, 450).forEach(n -> odd.add("CONTOSO\\u" + n));
        odd.forEach(id -> user("contoso.com", id));
        List.of("a?b", "a#b", "a;b", "a%2Fb", "...", "ü").forEach(id -> user("contoso.com", id));
        end();
        assertEquals(odd, services.otherwise);
        assertEquals(0, users());
    }

    @Test
    void whatIsNotDoneNowIsDoneAtTheNextLook() {
        user("contoso.com", "nora");
        services.refusals.addAll(List.of(503, 429));
        end();
        assertEquals(0, users());
    }

    @Test
    void whatDoesNotEndIsSaid() {
        user("contoso.com", "nora");
        services.refusals.add(502);
        assertEquals(
                502,
                assertThrows(Problem.ProblemException.class, this::end)
                        .problem()
                        .status());
    }

    /** Does what the services do, and publishes it. */
    private final class Services implements TenantContents.Endings {

        private final Set<String> otherwise = new TreeSet<>();
        /** The next answers that are none. */
        private final List<Integer> refusals = new ArrayList<>();

        private List<Position> published(String type, String json) {
            if (!refusals.isEmpty()) {
                throw Problem.of(refusals.removeFirst(), "refused", "Refused", "Not now.")
                        .exception();
            }
            index.given(type, json);
            return List.of();
        }

        @Override
        public List<Position> meeting(String conferenceId) {
            return published("foyer.meeting.MeetingEnded.v1", """
                    {"tenant": "contoso.com", "conferenceId": "%s", "at": "2026-11-26T10:15:30Z", "reason": "ADMINISTRATOR"}""".formatted(conferenceId));
        }

        @Override
        public List<Position> user(String userId) {
            return published("foyer.pin.UserRemoved.v1", """
                    {"tenant": "contoso.com", "userId": "%s"}""".formatted(json(userId)));
        }

        @Override
        public void unaddressable(Set<String> userIds) {
            assertTrue(userIds.size() <= 200, "the other side takes bodies of 64 KiB");
            otherwise.addAll(userIds);
            userIds.forEach(this::user);
        }

        @Override
        public List<Position> scan(String source) {
            return published("foyer.pin.ConferenceIdScanCleared.v1", """
                    {"tenant": "contoso.com", "source": "%s", "at": "2026-11-26T10:15:31Z"}""".formatted(source));
        }

        @Override
        public List<Position> account(String name) {
            return published("foyer.pin.AccountForgotten.v1", """
                    {"tenant": "contoso.com", "account": "%s", "generation": 1}""".formatted(name));
        }

        @Override
        public List<Position> campaign(String id) {
            return published("foyer.pin.CampaignStopped.v1", """
                    {"tenant": "contoso.com", "campaignId": "%s", "left": 9, "at": "2026-11-26T10:15:31Z"}""".formatted(id));
        }

        /** A service that can end meetings can end these: what is refused is refused there. */
        @Override
        public List<Position> removeWebhooks() {
            return List.of();
        }

        @Override
        public List<Position> revokeScimTokens() {
            return List.of();
        }
    }
}
