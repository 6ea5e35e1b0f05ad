package dev.foyer.gateway.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of the page behind a view-once link. A language is one file, {@code messages/link_<language>.properties}. */
@MessageBundle(value = "link", locale = "en")
public interface LinkMessages {

    @Message
    String readyTitle();

    @Message
    String readyFor(String organization);

    @Message
    String readyOnce();

    @Message
    String show();

    @Message
    String shownTitle();

    @Message
    String shownOnce();

    @Message
    String keepSecret();

    @Message
    String usedTitle();

    @Message
    String usedAt(String time);

    @Message
    String usedByOthers();

    @Message
    String deadTitle();

    @Message
    String deadWhy();

    @Message
    String ask();

    @Message
    String laterTitle();

    @Message
    String later();
}
