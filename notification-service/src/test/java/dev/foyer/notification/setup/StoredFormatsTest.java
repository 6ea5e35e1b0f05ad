package dev.foyer.notification.setup;

import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.deadletters.DeadLetterPublisherV1;
import dev.foyer.eventsourcing.deadletters.DeadLetterType;
import dev.foyer.eventsourcing.testing.StoredFormatCheck;
import dev.foyer.notification.journal.MailboxJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What any release has stored is read ({@code docs/design/formats.md}). Sets of formats that have landed are never edited. */
class StoredFormatsTest {

    private static final StoredFormatCheck CHECK = new StoredFormatCheck(
            Path.of("src/test/resources/formats"),
            MailboxJournal.FORMAT,
            Stream.concat(
                            NotificationAggregates.of(CommitListener.none(), null, Duration.ZERO, null).all().stream(),
                            Stream.of(DeadLetterType.of(
                                            new DeadLetterPublisherV1("notification.events", "notification"),
                                            CommitListener.none())
                                    .aggregates()))
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
