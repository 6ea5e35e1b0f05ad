package dev.foyer.gateway.page;

import dev.foyer.gateway.api.CampaignAction;
import dev.foyer.gateway.index.CampaignEntry;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of the page for many users. A language is one file, {@code messages/bulk_<language>.properties}. */
@MessageBundle(value = "bulk", locale = "en")
public interface BulkMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String make();

    @Message
    String none();

    @Message
    String action();

    @Message
    String state();

    @Message
    String progress();

    @Message
    String by();

    @Message
    String when();

    @Message
    String of(String known, String all);

    @Message
    String next();

    @Message
    String back();

    @Message
    String choose();

    @Message
    String newTitle();

    @Message
    String newLead();

    @Message
    String whatToDo();

    @Message
    String whom();

    @Message
    String search();

    @Message
    String searchLabel();

    @Message
    String searchHint();

    @Message
    String searchState();

    @Message
    String list();

    @Message
    String listLabel();

    @Message
    String listLong();

    @Message
    String file();

    @Message
    String fileTooLong();

    @Message
    String pace();

    @Message
    String paceHint();

    @Message
    String look();

    @Message
    String cancel();

    @Message
    String listEmpty();

    @Message
    String noUser(String text);

    @Message
    String others();

    @Message
    String notTyped(String users);

    @Message
    String paceOf(String most);

    @Message
    String previewTitle();

    @Message
    String previewLead();

    @Message
    String users();

    @Message
    String possible();

    @Message
    String unchanged();

    @Message
    String failed();

    @Message
    String queued();

    @Message
    String held();

    @Message
    String nothing();

    @Message
    String reasons();

    @Message
    String refusedUsers();

    @Message
    String more(String n);

    @Message
    String sureTyped(String users);

    @Message
    String sureFew();

    @Message
    String begin();

    @Message
    String change();

    @Message
    String done();

    @Message
    String unchangedSo();

    @Message
    String failedSo();

    @Message
    String left();

    @Message
    String lasts(String time);

    @Message
    String made();

    @Message
    String finished();

    @Message
    String stop();

    @Message
    String stopHint();

    @Message
    String goOn();

    @Message
    String goOnHint();

    @Message
    String result();

    @Message
    String resultHint();

    @Message
    String markedN(String n);

    @Message
    String markedDo();

    @Message
    String allDo();

    @Message
    String mark(String name);

    @Message
    String markAll();

    @Message
    String actionOf(CampaignAction one);

    @Message
    String effect(CampaignAction one);

    @Message
    String stateOf(CampaignEntry.State state);

    @Message
    String awaiting(String why);

    @Message
    String reason(CampaignReason why);
}
