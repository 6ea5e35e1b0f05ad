package dev.foyer.notification.domain;

/** What an accepted command answers. */
public sealed interface MailAnswer {

    /** The mailbox is as the command wants it. */
    record Done() implements MailAnswer {}
}
