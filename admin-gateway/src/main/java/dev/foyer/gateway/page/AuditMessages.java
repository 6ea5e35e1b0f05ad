package dev.foyer.gateway.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of the audit and of a user's timeline. A language is one file, {@code messages/audit_<language>.properties}. */
@MessageBundle(value = "audit", locale = "en")
public interface AuditMessages {

    @Message
    String title();

    @Message
    String lead(String tenant);

    @Message
    String user();

    @Message
    String userHint();

    @Message
    String actor();

    @Message
    String actorHint();

    @Message
    String type();

    @Message
    String anyType();

    @Message
    String conferenceId();

    @Message
    String from();

    @Message
    String to();

    @Message
    String utc();

    @Message
    String filter();

    @Message
    String clear();

    @Message
    String exportCsv();

    @Message
    String exportNdjson();

    @Message
    String counted(String n);

    @Message
    String countedOne();

    @Message
    String nothing();

    @Message
    String next();

    @Message
    String first();

    @Message
    String services();

    @Message
    String meetingGroup();

    @Message
    String mailGroup();

    @Message
    String pinGroup();

    @Message
    String timelineOf();

    @Message
    String timelineLead(String name);

    @Message
    String toUser();

    @Message
    String back();

    @Message
    String choose();

    @Message
    String then();

    @Message
    String thenNobody();

    @Message
    String asItWas();

    @Message
    String today();

    @Message
    String when();

    @Message
    String what();

    @Message
    String who();

    @Message
    String whom();

    @Message
    String reason();
}
