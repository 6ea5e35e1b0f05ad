package dev.foyer.notification.domain;

import java.util.UUID;

/** What can be asked of a mailbox. */
public sealed interface MailCommand {

    /** Takes a delivery of pin-service: sends the mail or holds it (D1, D2). */
    record QueueMail(Letter letter, MailOptions options) implements MailCommand {}

    /**
     * Takes news without a PIN: makes the mail of them, if the tenant wants that one (D1).
     *
     * @param toAddress instead of the user's own, or {@code null}
     */
    record NoticeMail(Letter letter, String toAddress) implements MailCommand {}

    /** The lock ended: mails that tell of one from before are no news any more. */
    record SupersedeMailsOfLock(UserMoment unlocked) implements MailCommand {}

    /**
     * The user has another address: what waits goes there (D2).
     *
     * @param address {@code null}: none any more
     */
    record ReaddressMails(String address, UserMoment changed) implements MailCommand {}

    /** The user was removed: whoever comes under the id is somebody else, with mails of their own (G6). */
    record NoteDeparture(UserMoment left) implements MailCommand {}

    /** A worker is about to give the mail to a server; durable before it does. */
    record BeginAttempt(UUID id) implements MailCommand {}

    /** Sends a mail anew that has failed. */
    record RetryMail(UUID id) implements MailCommand {}

    /** The user is no dial-in user any more: what is open with a PIN made until then must not be sent (D5). */
    record SupersedeMailsOfDisabledUser(UserMoment disabled) implements MailCommand {}

    /**
     * Sends a held mail now.
     *
     * @param toAddress instead of the user's own, or {@code null}
     */
    record ReleaseMail(UUID id, String toAddress) implements MailCommand {}

    /** Throws a held mail away. */
    record DiscardMail(UUID id) implements MailCommand {}

    /** Shows the PIN of a held mail to an administrator, this one time (A4). */
    record RevealMail(UUID id) implements MailCommand {}

    /** Shows the PIN of a mail to whoever has its link, this one time (D7). */
    record OpenMail(UUID id) implements MailCommand {}

    /** Notes that an administrator gave the user what a held mail says. */
    record HandOverMail(UUID id) implements MailCommand {}

    /**
     * A mail server took it.
     *
     * @param to where it went; {@code null}: where the mailbox says
     */
    record RecordSent(UUID id, String to) implements MailCommand {
        /** To where the mailbox says. */
        public RecordSent(UUID id) {
            this(id, null);
        }
    }

    /** It did not work this time, and will be tried again. */
    record RecordAttemptFailed(UUID id, String problem) implements MailCommand {}

    /**
     * It will never work.
     *
     * @param tried a mail server was asked, and refused for good
     */
    record RecordFailed(UUID id, String reason, boolean tried) implements MailCommand {}

    /** Settles every open mail whose hold time is over; the command of {@link HoldTimer}. */
    record ExpireMails() implements MailCommand {}
}
