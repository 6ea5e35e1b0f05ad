package dev.foyer.meeting.setup;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.deadletters.DeadLetterPublisherV1;
import dev.foyer.eventsourcing.deadletters.DeadLetterType;
import dev.foyer.eventsourcing.testing.StoredFormatCheck;
import dev.foyer.meeting.domain.LobbyRules;
import dev.foyer.meeting.journal.MeetingJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What any release has stored is read ({@code docs/design/formats.md}). Sets of formats that have landed are never edited. */
class StoredFormatsTest {

    private static final StoredFormatCheck CHECK = new StoredFormatCheck(
            Path.of("src/test/resources/formats"),
            MeetingJournal.FORMAT,
            Stream.of(
                            MeetingAggregates.of(LobbyRules.DEFAULT, CommitListener.none(), CommitListener.none())
                                    .all(),
                            WebhookAggregates.of(WebhookConfigs.USUAL, CommitListener.none())
                                    .all(),
                            List.<AggregateType<?, ?, ?, ?, ?, ?>>of(DeadLetterType.of(
                                            new DeadLetterPublisherV1("meeting.events", "meeting"),
                                            CommitListener.none())
                                    .aggregates()))
                    .flatMap(List::stream)
                    .toList());

    static IntStream formats() {
        return CHECK.formats();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aJournalOfThatFormatFoldsToTheStatesOfThen(int format) throws IOException {
        CHECK.foldsToTheStatesOfThen(format);
    }

    @Test
    void whatIsStoredIsWhatTheFormatSays() throws IOException {
        CHECK.vocabularyIsThatOfTheFormat();
    }

    @Test
    void whatInstancesOfTwoVersionsMustAgreeOnIsWritten() throws IOException {
        CHECK.compatibilityStandsIn(Path.of("src/main/resources/compatibility.properties"));
    }
}
