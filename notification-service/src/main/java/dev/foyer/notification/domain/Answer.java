package dev.foyer.notification.domain;

/** What an accepted command answers. */
public sealed interface Answer {

    /** The mailbox is as the command wants it. */
    record Done() implements Answer {}
}
