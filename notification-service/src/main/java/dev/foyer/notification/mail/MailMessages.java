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
    String changedSubject();

    @Message
    String offSubject();

    @Message
    String lockedSubject();

    @Message
    String informationSubject();

    @Message
    String hello(String name);

    @Message
    String welcomeLead();

    @Message
    String resetLead();

    @Message
    String changedLead();

    @Message
    String offLead();

    @Message
    String lockedLead();

    @Message
    String informationLead();

    @Message
    String pin();

    @Message
    String showPin();

    @Message
    String linkOnce(String until);

    @Message
    String conferenceId();

    @Message
    String number();

    @Message
    String tollFreeNumber();

    @Message
    String speaks();

    @Message
    String tapToJoin();

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
    String pinStays();

    @Message
    String oldInvitations();

    @Message
    String offConferenceId(String conferenceId);

    @Message
    String offInTheApp();

    @Message
    String offInvitations();

    @Message
    String lockedSince();

    @Message
    String lockedUntil();

    @Message
    String lockedForGood();

    @Message
    String lockedInTheApp();

    @Message
    String lockedByOthers();

    @Message
    String waitingSubject();

    @Message
    String waitingLead();

    @Message
    String waitingSince();

    @Message
    String waitingCallers();

    @Message
    String waitingInTheApp();

    @Message
    String waitingPin();

    @Message
    String guests();

    @Message
    String meeting();

    @Message
    String askAdministrator();

    @Message
    String askContact(String contact);

    @Message
    String automatic();

    @Message
    String automaticWithReplies(String contact);

    @Message
    String sentFor(String organization);
}
