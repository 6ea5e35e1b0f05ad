package dev.foyer.meeting.domain.delivery;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.meeting.domain.delivery.Delivery.Status;
import dev.foyer.meeting.domain.delivery.DeliveryAnswer.Found;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.FindDeliveries;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.ForgetDeliveries;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.GiveUpDelivery;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.QueueDelivery;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.RecordAttempt;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.Redeliver;
import dev.foyer.meeting.domain.delivery.DeliveryEvent.AttemptFailed;
import dev.foyer.meeting.domain.delivery.DeliveryEvent.Delivered;
import dev.foyer.meeting.domain.delivery.DeliveryEvent.DeliveryFailed;
import dev.foyer.meeting.domain.delivery.DeliveryEvent.DeliveryQueued;
import dev.foyer.meeting.domain.webhook.WebhookRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each event once, again until it has arrived or there is no use, and an end of all of it. */
class DeliveryDeciderTest {

    private static final DeliveryDecider DECIDER = new DeliveryDecider();
    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");
    private static final Duration KEPT = Duration.ofDays(7);
    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5));
    private static final String TYPE = "foyer.meeting.CallerAdmitted.v1";
    private static final Delivery.Source SOURCE = new Delivery.Source(1, 17, "e-1");
    private static final DeliveryQueued QUEUED = new DeliveryQueued("msg_1", TYPE, SOURCE, NOW);

    private static final Map<String, List<DeliveryEvent>> STATES = Map.of(
            "None", List.of(),
            "Pending", List.of(QUEUED),
            "Waiting", List.of(QUEUED, new AttemptFailed("msg_1", 1, 500, "answered 500", NOW.plus(KEPT), NOW)),
            "Delivered", List.of(QUEUED, new Delivered("msg_1", 1, 204, NOW)),
            "Failed", List.of(QUEUED, new DeliveryFailed("msg_1", 1, 410, "answered 410", NOW)));

    private static final Map<String, DeliveryCommand> COMMANDS = Map.ofEntries(
            entry("QueueDelivery", new QueueDelivery("msg_1", TYPE, SOURCE)),
            entry("RecordAttempt 1, arrived", attempt(1, 204, null)),
            entry("RecordAttempt 1, failed", attempt(1, 500, "answered 500")),
            entry("RecordAttempt 2, failed", attempt(2, 500, "answered 500")),
            entry("RecordAttempt 1, the last", new RecordAttempt("msg_1", 1, 410, "answered 410", null, true, 0)),
            entry("GiveUpDelivery", new GiveUpDelivery("msg_1", "the webhook was removed")),
            entry("Redeliver", new Redeliver("msg_1")),
            entry("FindDeliveries", new FindDeliveries(null, null, null, null, 10)),
            entry("ForgetDeliveries", new ForgetDeliveries()));

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            command                   | None              | Pending         | Waiting         | Delivered       | Failed
            QueueDelivery             | DeliveryQueued    | -               | -               | -               | -
            RecordAttempt 1, arrived  | -                 | Delivered       | -               | -               | -
            RecordAttempt 1, failed   | -                 | AttemptFailed   | -               | -               | -
            RecordAttempt 2, failed   | -                 | -               | AttemptFailed   | -               | -
            RecordAttempt 1, the last | -                 | DeliveryFailed  | -               | -               | -
            GiveUpDelivery            | -                 | DeliveryGivenUp | DeliveryGivenUp | -               | -
            Redeliver                 | !DeliveryNotFound | -               | RedeliveryAsked | RedeliveryAsked | RedeliveryAsked
            FindDeliveries            | -                 | -               | -               | -               | -
            ForgetDeliveries          | -                 | -               | -               | -               | -
            """)
    @Tag("H2")
    void everyCommandInEveryState(
            String command, String none, String pending, String waiting, String delivered, String failed) {
        assertEquals(none, outcome("None", command));
        assertEquals(pending, outcome("Pending", command));
        assertEquals(waiting, outcome("Waiting", command));
        assertEquals(delivered, outcome("Delivered", command));
        assertEquals(failed, outcome("Failed", command));
    }

    @Test
    void theTableHasEveryCommand() {
        assertEquals(
                Arrays.stream(DeliveryCommand.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet()),
                COMMANDS.values().stream()
                        .map(command -> command.getClass().getSimpleName())
                        .collect(Collectors.toSet()));
    }

    @Test
    @Tag("H2")
    void theWaitsGrowAndAfterTheLastOneItHasFailed() {
        Outbox outbox = fold(List.of(QUEUED));
        outbox = apply(outbox, attempt(1, 500, "answered 500"), NOW);
        assertEquals(NOW.plusSeconds(5), due(outbox));
        outbox = apply(outbox, attempt(2, null, "the connection broke off"), NOW);
        assertEquals(NOW.plusSeconds(300), due(outbox));
        outbox = apply(outbox, attempt(3, 503, "answered 503"), NOW);
        Delivery dead = outbox.find("msg_1").orElseThrow();
        assertEquals(Status.FAILED, dead.status());
        assertEquals(3, dead.attempts());
        assertEquals("answered 503", dead.reason());
    }

    @Test
    @Tag("H2")
    void notAllWaitUntilTheSameMoment() {
        Outbox outbox = fold(List.of(QUEUED));
        assertEquals(NOW.plusMillis(5_500), due(apply(outbox, jittered(50), NOW)));
        assertEquals(NOW.plusMillis(6_000), due(apply(outbox, jittered(100), NOW)));
    }

    @Test
    @Tag("H2")
    void whoAsksForLaterIsAskedLaterButNotForEver() {
        Outbox outbox = fold(List.of(QUEUED));
        assertEquals(NOW.plusSeconds(90), due(apply(outbox, retryAfter(Duration.ofSeconds(90)), NOW)));
        assertEquals(NOW.plusSeconds(5), due(apply(outbox, retryAfter(Duration.ofSeconds(1)), NOW)));
        assertEquals(NOW.plus(Waits.LONGEST_ASKED), due(apply(outbox, retryAfter(Duration.ofDays(400)), NOW)));
    }

    @Test
    @Tag("H2")
    void whatIsSentAgainHasAllItsWaitsAgainAndGoesOnCounting() {
        Outbox outbox = fold(STATES.get("Failed"));
        outbox = apply(outbox, new Redeliver("msg_1"), NOW);
        assertEquals(NOW, due(outbox));
        outbox = apply(outbox, attempt(2, 500, "answered 500"), NOW);
        assertEquals(NOW.plusSeconds(5), due(outbox));
        assertEquals(2, outbox.find("msg_1").orElseThrow().attempts());
    }

    @Test
    @Tag("H4")
    void whatIsSettledIsForgottenInTimeAndThenTheOutboxIsOver() {
        Outbox outbox = fold(STATES.get("Delivered"));
        DeliveryTimers timers = new DeliveryTimers(KEPT);
        assertEquals(NOW.plus(KEPT), timers.due(outbox).orElseThrow());
        assertFalse(DECIDER.isOver(
                apply(outbox, timers.command(outbox), NOW.plus(KEPT).minusMillis(1))));
        assertTrue(DECIDER.isOver(apply(outbox, timers.command(outbox), NOW.plus(KEPT))));
        assertTrue(timers.due(fold(List.of(QUEUED))).isEmpty(), "what is on its way is never forgotten");
    }

    @Test
    @Tag("H2")
    void whereNoMoreFitTheNextIsADeadLetterAtOnce() {
        Outbox outbox = fold(IntStream.range(0, Outbox.MOST_OPEN)
                .mapToObj(n -> queued("msg_" + n, n))
                .toList());
        outbox = apply(outbox, new QueueDelivery("msg_late", TYPE, SOURCE), NOW);
        assertEquals(Outbox.MOST_OPEN, outbox.open().size());
        Delivery late = outbox.find("msg_late").orElseThrow();
        assertEquals(Status.FAILED, late.status());
        assertEquals(DeliveryDecider.NO_ROOM, late.reason());
    }

    @Test
    @Tag("H4")
    void ofSettledOnesTheOldestMakesRoom() {
        Outbox outbox = DECIDER.initial();
        for (int n = 0; n <= Outbox.MOST_SETTLED; n++) {
            outbox = apply(outbox, new QueueDelivery("msg_" + n, TYPE, SOURCE), NOW);
            outbox = apply(outbox, new RecordAttempt("msg_" + n, 1, 204, null, null, false, 0), NOW);
        }
        assertEquals(Outbox.MOST_SETTLED, outbox.settled().size());
        assertTrue(outbox.find("msg_0").isEmpty());
        assertTrue(outbox.find("msg_1").isPresent());
    }

    @Test
    @Tag("H2")
    void theListIsNewestFirstAndCutWhereItWasCut() {
        Outbox outbox = fold(Stream.concat(
                        IntStream.range(0, 5).mapToObj(n -> queued("msg_" + n, n)),
                        Stream.of(new Delivered("msg_3", 1, 204, NOW.plusSeconds(9))))
                .toList());
        assertEquals(List.of("msg_4", "msg_3"), find(outbox, null, null, 2));
        assertEquals(
                List.of("msg_2", "msg_1", "msg_0"),
                find(outbox, null, outbox.find("msg_3").orElseThrow(), 9));
        assertEquals(List.of("msg_3"), find(outbox, Status.DELIVERED, null, 9));
        Found all = found(outbox, new FindDeliveries(Status.PENDING, TYPE, null, null, 1));
        assertEquals(4, all.total());
        assertEquals(
                0,
                found(outbox, new FindDeliveries(null, "foyer.test", null, null, 1))
                        .total());
    }

    @Test
    @Tag("H2")
    void theIdFollowsFromTheEventAndTheWebhook() {
        String id = DeliveryIds.of("wh_1", "/foyer/meeting-service", "e-1.0");
        assertEquals(id, DeliveryIds.of("wh_1", "/foyer/meeting-service", "e-1.0"));
        assertTrue(id.matches("msg_[A-Za-z0-9_-]{22}"), id);
        Set<String> others = new HashSet<>(List.of(
                id,
                DeliveryIds.of("wh_2", "/foyer/meeting-service", "e-1.0"),
                DeliveryIds.of("wh_1", "/foyer/pin-service", "e-1.0"),
                DeliveryIds.of("wh_1", "/foyer/meeting-service", "e-1.1")));
        assertEquals(4, others.size());
        String outbox = DeliveryIds.outbox("contoso.com", "wh_1", id);
        assertTrue(DeliveryIds.outboxes("contoso.com", "wh_1").contains(outbox), outbox);
        assertEquals("contoso.com", DeliveryIds.tenantOf(outbox));
        assertEquals("wh_1", DeliveryIds.webhookOf(outbox));
    }

    private static List<String> find(Outbox outbox, Status status, Delivery after, int limit) {
        return found(
                        outbox,
                        new FindDeliveries(
                                status,
                                null,
                                after == null ? null : after.queuedAt(),
                                after == null ? null : after.id(),
                                limit))
                .deliveries()
                .stream()
                .map(Delivery::id)
                .toList();
    }

    private static Found found(Outbox outbox, FindDeliveries question) {
        return switch (DECIDER.decide(outbox, question, context(NOW))) {
            case Decision.Accepted<DeliveryEvent, WebhookRefusal, DeliveryAnswer> it -> (Found) it.answer();
            case Decision.Refused<DeliveryEvent, WebhookRefusal, DeliveryAnswer> it ->
                throw new AssertionError(it.reason());
        };
    }

    private static Instant due(Outbox outbox) {
        return outbox.next().orElseThrow().due();
    }

    private static Outbox apply(Outbox state, DeliveryCommand command, Instant now) {
        return switch (DECIDER.decide(state, command, context(now))) {
            case Decision.Accepted<DeliveryEvent, WebhookRefusal, DeliveryAnswer> it ->
                it.events().stream().reduce(state, DECIDER::evolve, (one, other) -> other);
            case Decision.Refused<DeliveryEvent, WebhookRefusal, DeliveryAnswer> it ->
                throw new AssertionError(it.reason());
        };
    }

    private static String outcome(String state, String command) {
        return switch (DECIDER.decide(fold(STATES.get(state)), COMMANDS.get(command), context(NOW))) {
            case Decision.Refused<DeliveryEvent, WebhookRefusal, DeliveryAnswer>(WebhookRefusal reason) ->
                "!" + reason.getClass().getSimpleName();
            case Decision.Accepted<DeliveryEvent, WebhookRefusal, DeliveryAnswer> it ->
                it.events().isEmpty()
                        ? "-"
                        : it.events().stream()
                                .map(event -> event.getClass().getSimpleName())
                                .collect(joining(" "));
        };
    }

    private static Outbox fold(List<? extends DeliveryEvent> history) {
        Outbox state = DECIDER.initial();
        for (DeliveryEvent event : history) {
            state = DECIDER.evolve(state, event);
        }
        return state;
    }

    private static DeliveryContext context(Instant now) {
        return new DeliveryContext(now, WAITS, KEPT);
    }

    private static DeliveryQueued queued(String id, int seconds) {
        return new DeliveryQueued(id, TYPE, SOURCE, NOW.plusSeconds(seconds));
    }

    private static RecordAttempt attempt(int number, Integer status, String reason) {
        return new RecordAttempt("msg_1", number, status, reason, null, false, 0);
    }

    private static RecordAttempt jittered(int jitter) {
        return new RecordAttempt("msg_1", 1, 500, "answered 500", null, false, jitter);
    }

    private static RecordAttempt retryAfter(Duration asked) {
        return new RecordAttempt("msg_1", 1, 429, "answered 429", asked, false, 0);
    }
}
