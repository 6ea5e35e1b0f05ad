package dev.foyer.notification.mail;

/** How one attempt to send a mail ended. */
sealed interface Attempt {

    /** A server took it: its {@code 250} is all that SMTP promises. */
    record Taken() implements Attempt {}

    /** Worth another try later. */
    record NotNow(String problem) implements Attempt {}

    /**
     * No later try can help.
     *
     * @param tried a server was asked
     */
    record Never(String reason, boolean tried) implements Attempt {}
}
