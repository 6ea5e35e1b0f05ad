package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.index.CampaignEntry.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F")
class CampaignFoldTest {

    private static PublicEvent event(String id, String name, long sequence, String more) {
        return Fixtures.event("foyer.pin.Campaign" + name + ".v1", sequence, """
                {"tenant": "contoso.com", "campaignId": "%s", %s, "at": "2026-11-27T10:15:%02dZ"}""".formatted(id, more, sequence));
    }

    private static PublicEvent started(String id, long sequence) {
        return event(id, "Started", sequence, "\"action\": \"ENABLE\", \"perSecond\": 20, \"users\": 3");
    }

    private static PublicEvent progressed(String id, long sequence, int failed, int left, String results) {
        return event(
                id,
                "Progressed",
                sequence,
                "\"results\": [%s], \"done\": 0, \"unchanged\": 0, \"failed\": %d, \"left\": %d"
                        .formatted(results, failed, left));
    }

    private static String refused(String user, String reason) {
        return "{\"user\": \"%s\", \"outcome\": \"FAILED\", \"reason\": \"%s\"}".formatted(user, reason);
    }

    @Test
    void itIsAsItsLastEventSaysAndCountsNothingTwice() {
        try (Fixtures index = new Fixtures()) {
            PublicEvent one = progressed("c-1", 4, 1, 2, refused("u-1", "OWN_PIN"));
            index.given(started("c-1", 2));
            index.given(one);
            index.given(one);
            index.given(progressed("c-1", 6, 3, 0, refused("u-2", "OWN_PIN") + "," + refused("u-3", "USER_NOT_FOUND")));
            CampaignEntry running = index.contoso().campaign("c-1").orElseThrow();
            assertEquals(State.RUNNING, running.state());
            assertEquals(Map.of("OWN_PIN", 2, "USER_NOT_FOUND", 1), running.reasons());
            assertEquals(3, running.failed());
            assertEquals(0, running.left());
            assertNull(running.finishedAt());
            index.given(event("c-1", "Finished", 7, "\"done\": 0, \"unchanged\": 0, \"failed\": 3, \"left\": 0"));
            CampaignEntry finished = index.contoso().campaign("c-1").orElseThrow();
            assertEquals(State.FINISHED, finished.state());
            assertEquals(Instant.parse("2026-11-27T10:15:07Z"), finished.finishedAt());
            assertEquals(Instant.parse("2026-11-27T10:15:02Z"), finished.createdAt());
            assertEquals(Map.of("OWN_PIN", 2, "USER_NOT_FOUND", 1), finished.reasons());
            assertTrue(index.fabrikam().campaign("c-1").isEmpty());
        }
    }

    @Test
    void whatItWaitsForIsSaidUntilItGoesOnOrIsStopped() {
        try (Fixtures index = new Fixtures()) {
            index.given(started("c-1", 2));
            index.given(waiting("c-1", 3));
            CampaignEntry waiting = index.contoso().campaign("c-1").orElseThrow();
            assertEquals("NO_DELIVERY_KEY", waiting.awaiting());
            assertEquals(State.RUNNING, waiting.state());
            assertEquals(3, waiting.left());
            index.given(progressed("c-1", 4, 1, 2, refused("u-1", "NO_ANSWER")));
            assertNull(index.contoso().campaign("c-1").orElseThrow().awaiting());
            index.given(waiting("c-1", 5));
            index.given(event("c-1", "Stopped", 6, "\"left\": 2"));
            assertNull(index.contoso().campaign("c-1").orElseThrow().awaiting());
        }
    }

    private static PublicEvent waiting(String id, long sequence) {
        return event(
                id,
                "Progressed",
                sequence,
                "\"results\": [], \"done\": 0, \"unchanged\": 0, \"failed\": 0, \"left\": 3, \"awaiting\": \"NO_DELIVERY_KEY\"");
    }

    @Test
    void whatIsStoppedStaysSoWhileItsLastBatchEnds() {
        try (Fixtures index = new Fixtures()) {
            index.given(started("c-1", 2));
            index.given(event("c-1", "Stopped", 4, "\"left\": 3"));
            index.given(progressed("c-1", 5, 1, 2, refused("u-1", "OWN_PIN")));
            assertEquals(
                    State.STOPPED, index.contoso().campaign("c-1").orElseThrow().state());
            index.given(event("c-1", "Continued", 6, "\"left\": 2"));
            assertEquals(
                    State.RUNNING, index.contoso().campaign("c-1").orElseThrow().state());
        }
    }

    @Test
    void theLatestComesFirstAndResultsAreThoseOfOneCampaignInTheirOrder() {
        try (Fixtures index = new Fixtures()) {
            index.given(started("c-1", 2));
            index.given(started("c-2", 3));
            index.given(progressed("c-1", 4, 1, 2, refused("u-1", "OWN_PIN")));
            index.given(progressed("c-2", 5, 1, 2, refused("u-9", "OWN_PIN")));
            index.given(progressed("c-1", 6, 2, 1, refused("u-2", "OWN_PIN")));
            assertEquals(
                    List.of("c-2", "c-1"),
                    index.contoso().campaigns(null, 10, null).items().stream()
                            .map(CampaignEntry::id)
                            .toList());
            assertEquals(0, index.contoso().campaigns(State.FINISHED, 10, null).total());
            assertEquals(
                    List.of("u-1", "u-2"),
                    index.contoso().campaignProgress("c-1", 10, null).items().stream()
                            .map(progress ->
                                    progress.data().at("/results/0/user").textValue())
                            .toList());
            assertEquals(0, index.fabrikam().campaignProgress("c-1", 10, null).total());
        }
    }
}
