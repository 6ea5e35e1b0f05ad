package dev.foyer.gateway.page;

import dev.foyer.gateway.index.MeetingEntry;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of the page of meetings. A language is one file, {@code messages/meetings_<language>.properties}. */
@MessageBundle(value = "meetings", locale = "en")
public interface MeetingsMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String views();

    @Message
    String live();

    @Message
    String waitingView();

    @Message
    String running();

    @Message
    String ended();

    @Message
    String nothingLive();

    @Message
    String nothing();

    @Message
    String next();

    @Message
    String find();

    @Message
    String missed(String conferenceId);

    @Message
    String whose();

    @Message
    String counted(String n);

    @Message
    String countedOne();

    @Message
    String meeting();

    @Message
    String conferenceId();

    @Message
    String state();

    @Message
    String waiting();

    @Message
    String inside();

    @Message
    String personal();

    @Message
    String unnamed();

    @Message
    String nobodyWaits();

    @Message
    String waits(String n, String time);

    @Message
    String phase(MeetingEntry.Phase one);

    @Message
    String back();

    @Message
    String choose();

    @Message
    String organizer();

    @Message
    String startedBy();

    @Message
    String byPin();

    @Message
    String byApp();

    @Message
    String byCaller();

    @Message
    String since();

    @Message
    String endedAt();

    @Message
    String lobby();

    @Message
    String lobbyEmpty();

    @Message
    String notStarted();

    @Message
    String admit();

    @Message
    String admitOne(String name);

    @Message
    String admitAll();

    @Message
    String admitted();

    @Message
    String everybody();

    @Message
    String empty();

    @Message
    String leader();

    @Message
    String caller();

    @Message
    String inApp();

    @Message
    String unknownCaller();

    @Message
    String waitsFor(String time);

    @Message
    String andMore(String many);

    @Message
    String end();

    @Message
    String endSure();

    @Message
    String endedNow();

    @Message
    String join();

    @Message
    String joinHint();

    @Message
    String copy();

    @Message
    String copied();

    @Message
    String timeline();

    @Message
    String more();
}
