package dev.foyer.gateway.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of the overview. A language is one file, {@code messages/overview_<language>.properties}. */
@MessageBundle(value = "overview", locale = "en")
public interface OverviewMessages {

    @Message
    String title();

    @Message
    String allWell();

    @Message
    String attention();

    @Message
    String attentionN(String n);

    @Message
    String attentionOne();

    @Message
    String asOf(String time);

    @Message
    String heldSoon(String n);

    @Message
    String failedMails(String n);

    @Message
    String lobbyLong(String n);

    @Message
    String guessing(String n);

    @Message
    String hooksBroken(String n);

    @Message
    String partAway(String part);

    @Message
    String indexBehind();

    @Message
    String letters(String n);

    @Message
    String now();

    @Message
    String waitingNow();

    @Message
    String runningNow();

    @Message
    String enabledNow();

    @Message
    String lockedNow();

    @Message
    String heldNow();

    @Message
    String lettersNow();

    @Message
    String parts();

    @Message
    String answersIn(String n);

    @Message
    String away();

    @Message
    String reads();

    @Message
    String behind();

    @Message
    String silent(String n);

    @Message
    String charts();

    @Message
    String range();

    @Message
    String hour();

    @Message
    String day();

    @Message
    String week();

    @Message
    String month();

    @Message
    String moment();

    @Message
    String curve();

    @Message
    String show();

    @Message
    String resets();

    @Message
    String mails();

    @Message
    String locks();

    @Message
    String waited();

    @Message
    String release();

    @Message
    String sent();

    @Message
    String failed();

    @Message
    String held();

    @Message
    String seconds();

    @Message
    String total(String n);

    @Message
    String averageWait(String n);

    @Message
    String noWait();

    @Message
    String chartsNeedScript();
}
