package dev.foyer.meeting.setup;

import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.testing.StoredFormatCheck;
import dev.foyer.meeting.domain.LobbyRules;
import dev.foyer.meeting.journal.MeetingJournal;
import java.io.IOException;
import java.nio.file.Path;
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
            Stream.concat(
                            MeetingAggregates.of(LobbyRules.DEFAULT, CommitListener.none(), CommitListener.none())
                                    .all()
                                    .stream(),
                            WebhookAggregates.of(WebhookConfigs.USUAL, CommitListener.none()).all().stream())
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
}
