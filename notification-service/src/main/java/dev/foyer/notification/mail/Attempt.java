package dev.foyer.notification.mail;

/** How one attempt to send a mail ended. */
sealed interface Attempt {

    /** A server accepted it: its {@code 250} is all that SMTP promises. */
    record Accepted() implements Attempt {}

    /** Worth another try later. */
    record Deferred(String problem) implements Attempt {}

    /**
     * No later try can help.
     *
     * @param tried a server was asked
     */
    record Failed(String reason, boolean tried) implements Attempt {}
}
