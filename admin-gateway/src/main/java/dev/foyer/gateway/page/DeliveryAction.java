package dev.foyer.gateway.page;

/** What can be done with a mail without another word; the names are values of forms and keys of messages. */
public enum DeliveryAction {
    SEND,
    HAND_OVER,
    DISCARD,
    RETRY
}
