package dev.foyer.meeting.domain.webhook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.meeting.domain.webhook.Webhook.Status;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookAdded;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookChanged;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which events a webhook is told of. */
class WantedEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final String URL = "https://a.example";
    private static final String ADMITTED = "foyer.meeting.CallerAdmitted.v1";
    private static final String ENDED = "foyer.meeting.MeetingEnded.v1";
    private static final Beginning END = new Beginning("topic-of-now", List.of(100L, 7L));
    private static final Beginning FURTHER = new Beginning("topic-of-now", List.of(200L, 7L));
    private static final WebhookEvent ADDED =
            new WebhookAdded("wh_1", URL, List.of(ADMITTED), "Bridge", "sealed", NOW, END);
    private static final WebhookEvent PAUSED = changed(Status.PAUSED);

    /** By where it lies, and whatever the clock of whoever made it said (case L3). */
    @Test
    @Tag("H1")
    @Tag("case-L3")
    void ofOtherTypesAndOfWhatWasBeforeItIsNotTold() {
        Webhook webhook = webhook(List.of(ADDED));
        Instant halfAnHourBehind = NOW.minusSeconds(1_800);
        assertTrue(webhook.wants(ADMITTED, at(0, 100), halfAnHourBehind));
        assertFalse(webhook.wants(ADMITTED, at(0, 99), LATER));
        assertTrue(webhook.wants(ADMITTED, at(1, 7), LATER));
        assertTrue(webhook.wants(ADMITTED, at(2, 0), LATER), "a partition that came later");
        assertFalse(webhook.wants(ENDED, at(0, 100), LATER));
        assertFalse(webhook(List.of(ADDED, PAUSED)).wants(ADMITTED, at(0, 300), LATER));
        Webhook goesOn = webhook(List.of(ADDED, PAUSED, changed(Status.ACTIVE)));
        assertFalse(goesOn.wants(ADMITTED, at(0, 199), LATER), "what happened in the pause is over");
        assertTrue(goesOn.wants(ADMITTED, at(0, 200), NOW));
    }

    @Test
    @Tag("H1")
    @Tag("case-T6")
    void aTopicThatWasMadeAnewIsWantedFromItsFirstRecord() {
        Webhook webhook = webhook(List.of(ADDED));
        assertTrue(webhook.wants(ADMITTED, new Beginning.Place("another", 0, 0), LATER));
        assertFalse(webhook.wants(ADMITTED, new Beginning.Place(null, 0, 0), LATER));
        Webhook ofNoTopic = webhook(List.of(
                new WebhookAdded("wh_1", URL, List.of(ADMITTED), null, "sealed", NOW, new Beginning(null, List.of()))));
        assertTrue(ofNoTopic.wants(ADMITTED, at(0, 0), LATER));
    }

    @Test
    @Tag("H1")
    void oneOfAnEarlierFormatGoesByTimes() {
        Webhook webhook =
                webhook(List.of(new WebhookAdded("wh_1", URL, List.of(ADMITTED), "Bridge", "sealed", NOW, null)));
        assertTrue(webhook.wants(ADMITTED, at(0, 0), NOW.minus(Webhook.CLOCKS)), "clocks differ");
        assertFalse(webhook.wants(ADMITTED, at(0, 0), NOW.minus(Webhook.CLOCKS).minusMillis(1)));
    }

    private static Beginning.Place at(int partition, long offset) {
        return new Beginning.Place("topic-of", partition, offset);
    }

    private static WebhookEvent changed(Status status) {
        Beginning from = status == Status.ACTIVE ? FURTHER : null;
        return new WebhookChanged("wh_1", URL, List.of(ADMITTED), "Bridge", status, LATER, null, from);
    }

    private static Webhook webhook(List<WebhookEvent> history) {
        WebhookDecider decider = new WebhookDecider();
        return history.stream()
                .reduce(decider.initial(), decider::evolve, (one, other) -> other)
                .find("wh_1")
                .orElseThrow();
    }
}
