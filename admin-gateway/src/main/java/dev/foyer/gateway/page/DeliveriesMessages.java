package dev.foyer.gateway.page;

import dev.foyer.gateway.api.NotificationKind;
import dev.foyer.gateway.api.NotificationStatus;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of the page of mails to deliver by hand. A language is one file, {@code messages/deliveries_<language>.properties}. */
@MessageBundle(value = "deliveries", locale = "en")
public interface DeliveriesMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String views();

    @Message
    String held();

    @Message
    String failed();

    @Message
    String all();

    @Message
    String preview();

    @Message
    String kindFilter();

    @Message
    String anyKind();

    @Message
    String filter();

    @Message
    String skip();

    @Message
    String counted(String n);

    @Message
    String countedOne();

    @Message
    String nothingHeld();

    @Message
    String nothingFailed();

    @Message
    String nothing();

    @Message
    String next();

    @Message
    String to();

    @Message
    String user();

    @Message
    String mail();

    @Message
    String why();

    @Message
    String age();

    @Message
    String expires();

    @Message
    String status();

    @Message
    String pickAll();

    @Message
    String pick(String name);

    @Message
    String many();

    @Message
    String noAddress();

    @Message
    String addressUnknown();

    @Message
    String expiresIn(String time);

    @Message
    String expired();

    @Message
    String ago(String time);

    @Message
    String back();

    @Message
    String choose();

    @Message
    String made();

    @Message
    String attempts();

    @Message
    String reason();

    @Message
    String revealedAt();

    @Message
    String openedAt();

    @Message
    String replacedAt();

    @Message
    String notYet();

    @Message
    String toUser();

    @Message
    String send();

    @Message
    String sendTo(String address);

    @Message
    String sendToOther();

    @Message
    String address();

    @Message
    String otherHint();

    @Message
    String reveal();

    @Message
    String revealHint();

    @Message
    String revealSure();

    @Message
    String handOver();

    @Message
    String handOverHint();

    @Message
    String handOverSure();

    @Message
    String discard();

    @Message
    String discardHint();

    @Message
    String discardSure();

    @Message
    String retry();

    @Message
    String retryHint();

    @Message
    String revealed();

    @Message
    String asItGoesOut();

    @Message
    String previewOf();

    @Message
    String kind(NotificationKind one);

    @Message
    String stateOf(NotificationStatus one);

    @Message
    String verb(DeliveryAction one);

    @Message
    String done(DeliveryAction one);

    @Message
    String doneMany(String n);

    @Message
    String doneOne();

    @Message
    String refusedMany(String n);

    @Message
    String chosenNone();

    @Message
    String sureChosen();

    @Message
    String sureMany(DeliveryAction one);

    @Message
    String previewTitle();

    @Message
    String previewLead(String tenant);

    @Message
    String previewLanguage();

    @Message
    String previewShow();

    @Message
    String previewFrom();

    @Message
    String previewReply();

    @Message
    String previewNobody();

    @Message
    String previewSubject();

    @Message
    String previewPage();

    @Message
    String previewText();
}
