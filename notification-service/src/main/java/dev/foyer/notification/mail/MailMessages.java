package dev.foyer.notification.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every sentence of the mails, in English; any other language is one file, {@code messages/mail_<language>.properties}. What it lacks is said
 * in English, and a test finds it; the build fails when a file names a sentence that is not here.
 */
@MessageBundle(value = "mail", locale = "en")
public interface MailMessages {

    @Message(defaultValue = "Your dial-in conferencing PIN and conference ID")
    String welcomeSubject();

    @Message(defaultValue = "Your new dial-in conferencing PIN")
    String resetSubject();

    @Message(defaultValue = "Your dial-in conferencing information has changed")
    String changedSubject();

    @Message(defaultValue = "Dial-in conferencing has been turned off for you")
    String offSubject();

    @Message(defaultValue = "Your dial-in conferencing PIN has been locked")
    String lockedSubject();

    @Message(defaultValue = "Your dial-in conferencing information")
    String informationSubject();

    @Message(defaultValue = "Hello {name},")
    String hello(String name);

    @Message(
            defaultValue =
                    "You can now hold meetings that people join by telephone. Here is everything you need to start one.")
    String welcomeLead();

    @Message(
            defaultValue =
                    "An administrator has reset your dial-in conferencing PIN. The old PIN has stopped working; from now on, use this one.")
    String resetLead();

    @Message(
            defaultValue =
                    "The conference ID or a telephone number of your meetings has changed. From now on, this is how people join by telephone.")
    String changedLead();

    @Message(
            defaultValue =
                    "Dial-in conferencing has been turned off for you. Nobody can join your meetings by telephone any more.")
    String offLead();

    @Message(
            defaultValue =
                    "Your dial-in conferencing PIN has been locked: too many wrong PINs were entered for your meetings, or an administrator locked it. As long as it is locked, nobody can start your meetings by telephone, not even with the right PIN.")
    String lockedLead();

    @Message(defaultValue = "This is how people join your meetings by telephone.")
    String informationLead();

    @Message(defaultValue = "Your PIN")
    String pin();

    @Message(defaultValue = "Show my PIN")
    String showPin();

    @Message(
            defaultValue =
                    "The PIN is not in this message. The link shows it one time, and not after {until}: have a look at it when you can note it down. If it does not show it to you any more, ask for a new PIN.")
    String linkOnce(String until);

    @Message(defaultValue = "Conference ID")
    String conferenceId();

    @Message(defaultValue = "Dial-in number")
    String number();

    @Message(defaultValue = "Toll-free number")
    String tollFreeNumber();

    @Message(defaultValue = "Languages")
    String speaks();

    @Message(defaultValue = "Tap to join")
    String tapToJoin();

    @Message(defaultValue = "Ask your administrator which number to dial.")
    String askForNumber();

    @Message(defaultValue = "Starting your meeting by telephone")
    String howTo();

    @Message(defaultValue = "Call the dial-in number and enter the conference ID of your meeting.")
    String stepDial();

    @Message(
            defaultValue =
                    "When you are asked whether you are the organizer, press star (*) to say yes and enter your PIN.")
    String stepPin();

    @Message(defaultValue = "The meeting starts, and everybody who was waiting in the lobby joins.")
    String stepStart();

    @Message(defaultValue = "When you join from the app instead, you do not need the PIN.")
    String inTheApp();

    @Message(
            defaultValue =
                    "Give your guests the number and the conference ID, but keep the PIN to yourself: whoever knows it can start meetings in your name.")
    String keepSecret();

    @Message(defaultValue = "If you forget the PIN, only an administrator can reset it.")
    String forgotten();

    @Message(defaultValue = "Your PIN has not changed: start your meetings with it as before.")
    String pinStays();

    @Message(
            defaultValue =
                    "Invitations that you have sent still say what held before. Send them again to everybody who joins by telephone.")
    String oldInvitations();

    @Message(defaultValue = "Conference ID {conferenceId} and your PIN have stopped working.")
    String offConferenceId(String conferenceId);

    @Message(defaultValue = "Joining from the app is not affected.")
    String offInTheApp();

    @Message(
            defaultValue =
                    "Invitations that you have sent still name the telephone number. Tell everybody who meant to join by telephone.")
    String offInvitations();

    @Message(defaultValue = "Locked since")
    String lockedSince();

    @Message(defaultValue = "Locked until")
    String lockedUntil();

    @Message(defaultValue = "an administrator unlocks it or resets it")
    String lockedForGood();

    @Message(defaultValue = "You can still start your meetings from the app.")
    String lockedInTheApp();

    @Message(defaultValue = "If it was not you who entered wrong PINs, somebody may be guessing. Report it.")
    String lockedByOthers();

    @Message(defaultValue = "Somebody is waiting in your meeting")
    String waitingSubject();

    @Message(
            defaultValue =
                    "Callers are waiting in the lobby of your meeting and hear music. They join as soon as you start it.")
    String waitingLead();

    @Message(defaultValue = "Waiting since")
    String waitingSince();

    @Message(defaultValue = "Callers waiting")
    String waitingCallers();

    @Message(defaultValue = "You can also start the meeting by joining from the app; then you do not need the PIN.")
    String waitingInTheApp();

    @Message(
            defaultValue =
                    "Your PIN is never in this message. If you have forgotten it, an administrator can reset it.")
    String waitingPin();

    @Message(
            defaultValue =
                    "Give your guests the number and the conference ID. You start the meeting with your PIN, which is never in this message.")
    String guests();

    @Message(defaultValue = "Meeting by telephone")
    String meeting();

    @Message(defaultValue = "If you have questions, or did not expect this message, please contact your administrator.")
    String askAdministrator();

    @Message(defaultValue = "If you have questions, or did not expect this message, please write to {contact}.")
    String askContact(String contact);

    @Message(defaultValue = "This message was sent automatically. Replies are not read.")
    String automatic();

    @Message(defaultValue = "This message was sent automatically. Replies go to {contact}.")
    String automaticWithReplies(String contact);

    @Message(defaultValue = "Sent for {organization}.")
    String sentFor(String organization);
}
