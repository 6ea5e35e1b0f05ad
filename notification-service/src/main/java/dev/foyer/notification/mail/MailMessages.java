package dev.foyer.notification.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every sentence of the mails. A language is one file, {@code messages/mail_<language>.properties}; the build fails when
 * a file names a sentence that is not here, a test when one is missing there.
 */
@MessageBundle(value = "mail", locale = "en")
public interface MailMessages {

    @Message
    String welcomeSubject();

    @Message
    String resetSubject();

    @Message
    String hello(String name);

    @Message
    String welcomeLead();

    @Message
    String resetLead();

    @Message
    String pin();

    @Message
    String conferenceId();

    @Message
    String number();

    @Message
    String tollFreeNumber();

    @Message
    String askForNumber();

    @Message
    String howTo();

    @Message
    String stepDial();

    @Message
    String stepPin();

    @Message
    String stepStart();

    @Message
    String inTheApp();

    @Message
    String keepSecret();

    @Message
    String forgotten();

    @Message
    String automatic();
}
