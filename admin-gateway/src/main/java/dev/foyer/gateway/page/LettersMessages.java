package dev.foyer.gateway.page;

import dev.foyer.gateway.index.DeadLetterEntry;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of the page of dead letters. A language is one file, {@code messages/letters_<language>.properties}. */
@MessageBundle(value = "letters", locale = "en")
public interface LettersMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String back();

    @Message
    String toOverview();

    @Message
    String views();

    @Message
    String viewOf(LetterSearch.View one);

    @Message
    String origin();

    @Message
    String anyOrigin();

    @Message
    String originOf(LetterOrigin one);

    @Message
    String reason();

    @Message
    String filter();

    @Message
    String counted(String n);

    @Message
    String countedOne();

    @Message
    String none();

    @Message
    String noneWaits();

    @Message
    String what();

    @Message
    String why();

    @Message
    String when();

    @Message
    String state();

    @Message
    String stateOf(DeadLetterEntry.State state);

    @Message
    String next();

    @Message
    String choose();

    @Message
    String unknownType();

    @Message
    String gone();

    @Message
    String service();

    @Message
    String topic();

    @Message
    String place(int partition, long offset);

    @Message
    String written();

    @Message
    String buried();

    @Message
    String key();

    @Message
    String value();

    @Message
    String cut();

    @Message
    String confidential();

    @Message
    String became();

    @Message
    String by();

    @Message
    String reasonGiven();

    @Message
    String whyAgain();

    @Message
    String replay();

    @Message
    String replayHint();

    @Message
    String reasonNeeded();

    @Message
    String discard();

    @Message
    String discardHint();

    @Message
    String discardSure();

    @Message
    String notReplayable();

    @Message
    String whyMissing();

    @Message
    String done(LetterPane.Done what);

    @Message
    String replayAll();

    @Message
    String replayTitle();

    @Message
    String replayWould();

    @Message
    String replayDid();

    @Message
    String would();

    @Message
    String wouldNot();

    @Message
    String handled();

    @Message
    String again();

    @Message
    String underWay();

    @Message
    String not();

    @Message
    String left(String n);

    @Message
    String sure(String n);

    @Message
    String goOn();

    @Message
    String close();
}
