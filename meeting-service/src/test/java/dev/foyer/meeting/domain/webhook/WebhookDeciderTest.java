package dev.foyer.meeting.domain.webhook;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.meeting.domain.webhook.Webhook.DisabledFor;
import dev.foyer.meeting.domain.webhook.Webhook.Status;
import dev.foyer.meeting.domain.webhook.WebhookCommand.AddWebhook;
import dev.foyer.meeting.domain.webhook.WebhookCommand.ChangeWebhook;
import dev.foyer.meeting.domain.webhook.WebhookCommand.Health;
import dev.foyer.meeting.domain.webhook.WebhookCommand.NoteHealth;
import dev.foyer.meeting.domain.webhook.WebhookCommand.RemoveAllWebhooks;
import dev.foyer.meeting.domain.webhook.WebhookCommand.RemoveWebhook;
import dev.foyer.meeting.domain.webhook.WebhookCommand.RotateWebhookSecret;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookAdded;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookBeganToFail;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookChanged;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookDisabled;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookRemoved;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookSecretRotated;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told, where and of what; and when we give up telling. */
class WebhookDeciderTest {

    private static final WebhookDecider DECIDER = new WebhookDecider();
    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Duration FIVE_DAYS = Duration.ofDays(5);
    private static final String ADMITTED = "foyer.meeting.CallerAdmitted.v1";
    private static final String ENDED = "foyer.meeting.MeetingEnded.v1";
    private static final String URL = "https://a.example";
    private static final Beginning END = new Beginning("topic-of-now", List.of(100L, 7L));
    private static final Beginning FURTHER = new Beginning("topic-of-now", List.of(200L, 7L));
    private static final WebhookAdded ADDED = added("wh_1");
    private static final WebhookEvent PAUSED = changed(Status.PAUSED);

    private static final Map<String, List<WebhookEvent>> STATES = Map.of(
            "None", List.of(),
            "Active", List.of(ADDED),
            "Failing", List.of(ADDED, new WebhookBeganToFail("wh_1", NOW)),
            "Paused", List.of(ADDED, PAUSED),
            "Disabled", List.of(ADDED, new WebhookDisabled("wh_1", DisabledFor.GONE, NOW)));

    private static final Map<String, WebhookCommand> COMMANDS = Map.ofEntries(
            entry("AddWebhook", new AddWebhook("wh_2", "https://b.example", List.of(ENDED), null, "sealed", END)),
            entry("ChangeWebhook, url", change("https://c.example", null)),
            entry("ChangeWebhook, pause", change(null, true)),
            entry("ChangeWebhook, go on", change(null, false)),
            entry("RotateWebhookSecret", new RotateWebhookSecret("wh_1", "sealed-2")),
            entry("RemoveWebhook", new RemoveWebhook("wh_1")),
            entry("RemoveAllWebhooks", new RemoveAllWebhooks()),
            entry("NoteHealth, works", new NoteHealth("wh_1", URL, Health.WORKS, LATER)),
            entry("NoteHealth, fails", new NoteHealth("wh_1", URL, Health.FAILS, LATER)),
            entry("NoteHealth, is gone", new NoteHealth("wh_1", URL, Health.IS_GONE, LATER)));

    /** Five days later than the history; {@code -}: is so already, {@code !}: a refusal. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            command              | None             | Active               | Failing              | Paused               | Disabled
            AddWebhook           | WebhookAdded     | WebhookAdded         | WebhookAdded         | WebhookAdded         | WebhookAdded
            ChangeWebhook, url   | !WebhookNotFound | WebhookChanged       | WebhookChanged       | WebhookChanged       | WebhookChanged
            ChangeWebhook, pause | !WebhookNotFound | WebhookChanged       | WebhookChanged       | -                    | WebhookChanged
            ChangeWebhook, go on | !WebhookNotFound | -                    | -                    | WebhookChanged       | WebhookChanged
            RotateWebhookSecret  | !WebhookNotFound | WebhookSecretRotated | WebhookSecretRotated | WebhookSecretRotated | WebhookSecretRotated
            RemoveWebhook        | !WebhookNotFound | WebhookRemoved       | WebhookRemoved       | WebhookRemoved       | WebhookRemoved
            RemoveAllWebhooks    | -                | WebhookRemoved       | WebhookRemoved       | WebhookRemoved       | WebhookRemoved
            NoteHealth, works    | -                | -                    | WebhookWorksAgain    | -                    | -
            NoteHealth, fails    | -                | WebhookBeganToFail   | WebhookDisabled      | -                    | -
            NoteHealth, is gone  | -                | WebhookDisabled      | WebhookDisabled      | -                    | -
            """)
    @Tag("H1")
    @Tag("H4")
    void everyCommandInEveryState(
            String command, String none, String active, String failing, String paused, String disabled) {
        assertEquals(none, outcome("None", command));
        assertEquals(active, outcome("Active", command));
        assertEquals(failing, outcome("Failing", command));
        assertEquals(paused, outcome("Paused", command));
        assertEquals(disabled, outcome("Disabled", command));
    }

    @Test
    void theTableHasEveryCommand() {
        assertEquals(
                Arrays.stream(WebhookCommand.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet()),
                COMMANDS.values().stream()
                        .map(command -> command.getClass().getSimpleName())
                        .collect(Collectors.toSet()));
    }

    @Test
    @Tag("H1")
    void oneMoreThanATenantMayHaveIsRefused() {
        Webhooks full = fold(List.of(added("wh_1"), added("wh_2"), added("wh_3")));
        var decision = DECIDER.decide(full, COMMANDS.get("AddWebhook"), context(NOW));
        assertEquals(Decision.refuse(new WebhookRefusal.TooManyWebhooks(3)), decision);
    }

    @Test
    @Tag("H2")
    void allSecretsSignThatWereReplacedADayAgoAtMost() {
        Instant until = NOW.plus(Duration.ofHours(24));
        Webhooks state = fold(List.of(ADDED));
        state = DECIDER.evolve(state, new WebhookSecretRotated("wh_1", "sealed-2", until, NOW));
        Webhook webhook = state.find("wh_1").orElseThrow();
        assertEquals(List.of("sealed-2", "sealed"), webhook.secrets(until.minusMillis(1)));
        assertEquals(List.of("sealed-2"), webhook.secrets(until));
        // The answer was lost, so it is rotated again; the receiver has the first one still.
        state = DECIDER.evolve(state, new WebhookSecretRotated("wh_1", "sealed-3", until.plusSeconds(60), LATER));
        webhook = state.find("wh_1").orElseThrow();
        assertEquals(List.of("sealed-3", "sealed-2", "sealed"), webhook.secrets(LATER));
        assertEquals(List.of("sealed-3", "sealed-2"), webhook.secrets(until));
    }

    @Test
    @Tag("H2")
    void moreRotationsThanSecretsMaySignAreRefusedUntilOneIsOver() {
        Webhooks state = fold(List.of(ADDED));
        WebhookCommand rotate = COMMANDS.get("RotateWebhookSecret");
        for (int times = 1; times < Webhook.MOST_SECRETS; times++) {
            state = apply(state, rotate);
        }
        Instant room = LATER.plus(Duration.ofHours(24));
        assertEquals(
                Decision.refuse(new WebhookRefusal.RotatedTooOften(room)),
                DECIDER.decide(state, rotate, context(room.minusMillis(1))));
        assertEquals("WebhookSecretRotated", outcome(state, rotate, room));
    }

    @Test
    @Tag("H4")
    void itIsDisabledWhenNothingHasSucceededForDaysAndNotBefore() {
        Webhooks failing = fold(STATES.get("Failing"));
        WebhookCommand fails = COMMANDS.get("NoteHealth, fails");
        assertEquals("-", outcome(failing, fails, NOW.plus(FIVE_DAYS).minusMillis(1)));
        assertEquals("WebhookDisabled", outcome(failing, fails, NOW.plus(FIVE_DAYS)));
        Webhooks worksAgain = DECIDER.evolve(failing, new WebhookEvent.WebhookWorksAgain("wh_1", LATER));
        assertEquals("WebhookBeganToFail", outcome(worksAgain, fails, NOW.plus(FIVE_DAYS)));
    }

    @Test
    @Tag("H4")
    void whatWasAttemptedBeforeItWentOnSaysNothingOfIt() {
        Webhooks goesOn = fold(List.of(ADDED, PAUSED, changed(Status.ACTIVE, LATER.plusSeconds(1))));
        assertEquals("-", outcome(goesOn, COMMANDS.get("NoteHealth, is gone"), LATER.plusSeconds(2)));
    }

    @Test
    @Tag("H4")
    void whatItsOldAddressDidIsNotHeldAgainstTheNew() {
        Webhooks corrected = apply(fold(STATES.get("Failing")), change("https://c.example", null));
        Instant dayFive = NOW.plus(FIVE_DAYS);
        var atNew = new NoteHealth("wh_1", "https://c.example", Health.FAILS, LATER);
        assertEquals("WebhookBeganToFail", outcome(corrected, atNew, dayFive));
        assertEquals("-", outcome(corrected, COMMANDS.get("NoteHealth, is gone"), LATER), "was under way");
        assertEquals("-", outcome(corrected, COMMANDS.get("NoteHealth, fails"), LATER));
        Webhooks renamed =
                apply(fold(STATES.get("Failing")), new ChangeWebhook("wh_1", URL, null, "Milan", false, null, null));
        assertEquals("WebhookDisabled", outcome(renamed, COMMANDS.get("NoteHealth, fails"), dayFive));
    }

    @Test
    void aChangeLeavesTheRest() {
        Webhooks after = fold(List.of(ADDED));
        for (WebhookCommand command : List.of(
                change("https://c.example", null),
                new ChangeWebhook("wh_1", null, List.of(ENDED), null, false, null, null),
                new ChangeWebhook("wh_1", null, null, "Milan", false, null, null))) {
            after = apply(after, command);
        }
        Webhook webhook = after.find("wh_1").orElseThrow();
        assertEquals("https://c.example", webhook.url());
        assertEquals(List.of(ENDED), webhook.types());
        assertEquals("Milan", webhook.description());
        after = apply(after, new ChangeWebhook("wh_1", null, null, null, true, null, null));
        assertEquals(null, after.find("wh_1").orElseThrow().description());
    }

    @Test
    void whatCannotFollowIsABrokenJournal() {
        assertThrows(ImpossibleEvent.class, () -> DECIDER.evolve(Webhooks.NONE, PAUSED));
        assertThrows(ImpossibleEvent.class, () -> fold(List.of(ADDED, ADDED)));
        assertThrows(ImpossibleEvent.class, () -> fold(List.of(ADDED, new WebhookRemoved("wh_2", NOW))));
    }

    private static Webhooks apply(Webhooks state, WebhookCommand command) {
        return switch (DECIDER.decide(state, command, context(LATER))) {
            case Decision.Accepted<WebhookEvent, WebhookRefusal, WebhookAnswer> it ->
                it.events().stream().reduce(state, DECIDER::evolve, (one, other) -> other);
            case Decision.Refused<WebhookEvent, WebhookRefusal, WebhookAnswer> it ->
                throw new AssertionError(it.reason());
        };
    }

    private static String outcome(String state, String command) {
        return outcome(fold(STATES.get(state)), COMMANDS.get(command), NOW.plus(FIVE_DAYS));
    }

    private static String outcome(Webhooks state, WebhookCommand command, Instant now) {
        return switch (DECIDER.decide(state, command, context(now))) {
            case Decision.Refused<WebhookEvent, WebhookRefusal, WebhookAnswer>(WebhookRefusal reason) ->
                "!" + reason.getClass().getSimpleName();
            case Decision.Accepted<WebhookEvent, WebhookRefusal, WebhookAnswer> it ->
                it.events().isEmpty()
                        ? "-"
                        : it.events().stream()
                                .map(event -> event.getClass().getSimpleName())
                                .collect(joining(" "));
        };
    }

    private static Webhook webhook(List<WebhookEvent> history) {
        return fold(history).find("wh_1").orElseThrow();
    }

    private static Webhooks fold(List<? extends WebhookEvent> history) {
        return Stream.<WebhookEvent>concat(history.stream(), Stream.empty())
                .reduce(DECIDER.initial(), DECIDER::evolve, (one, other) -> other);
    }

    private static WebhookContext context(Instant now) {
        return new WebhookContext(now, 3, Duration.ofHours(24), FIVE_DAYS);
    }

    private static WebhookAdded added(String id) {
        return new WebhookAdded(id, URL, List.of(ADMITTED), "Bridge", "sealed", NOW, END);
    }

    private static WebhookCommand change(String url, Boolean paused) {
        return new ChangeWebhook("wh_1", url, null, null, false, paused, FURTHER);
    }

    private static WebhookChanged changed(Status status) {
        return changed(status, NOW);
    }

    private static WebhookChanged changed(Status status, Instant at) {
        return new WebhookChanged(
                "wh_1", URL, List.of(ADMITTED), "Bridge", status, at, null, status == Status.ACTIVE ? FURTHER : null);
    }
}
