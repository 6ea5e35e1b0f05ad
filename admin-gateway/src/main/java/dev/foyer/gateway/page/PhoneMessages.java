package dev.foyer.gateway.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of the phones that one can try. A language is one file, {@code messages/phone_<language>.properties}. */
@MessageBundle(value = "phone", locale = "en")
public interface PhoneMessages {

    @Message
    String title();

    @Message
    String howReset();

    @Message
    String howPage();

    @Message
    String howWait();

    @Message
    String howOpen();

    @Message
    String howGuess();

    @Message
    String needsScript();

    @Message
    String more();

    @Message
    String mute();

    @Message
    String display();

    @Message
    String keypad();

    @Message
    String star();

    @Message
    String hash();

    @Message
    String call();

    @Message
    String hangUp();

    @Message
    String phoneN(String n);

    @Message
    String idle();

    @Message
    String dialling();

    @Message
    String unknown();

    @Message
    String lobby();

    @Message
    String asked();

    @Message
    String pin();

    @Message
    String wrong(String n);

    @Message
    String in();

    @Message
    String leader();

    @Message
    String ended();

    @Message
    String left();

    @Message
    String away();
}
