package dev.foyer.gateway.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The page of suspected scans. */
@MessageBundle(value = "scans", locale = "en")
public interface ScansMessages {

    @Message
    String title();

    @Message
    String what();

    @Message
    String count(long n);

    @Message
    String nobody();

    @Message
    String caller();

    @Message
    String unknownIds();

    @Message
    String organizers();

    @Message
    String since();

    @Message
    String last();

    @Message
    String clear();

    @Message
    String number();

    @Message
    String withheld();

    @Message
    String allCalls();

    @Message
    String lateUntil();

    @Message
    String refusedUntil();

    @Message
    String clearSure();

    @Message
    String more();
}
