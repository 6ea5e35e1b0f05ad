package dev.foyer.notification.mail;

/** How one attempt to send a mail ended. */
sealed interface Attempt {

    /** A server accepted it: its {@code 250} is all that SMTP promises. */
    record Accepted() implements Attempt {}

    /**
     * Worth another try later.
     *
     * @param ofServer the mail server does not take any mail, as far as is known; not only not this one
     */
    record Deferred(String problem, boolean ofServer) implements Attempt {

        /** Of this mail, not of the server. */
        Deferred(String problem) {
            this(problem, false);
        }
    }

    /**
     * No later try can help.
     *
     * @param tried a server was asked
     */
    record Failed(String reason, boolean tried) implements Attempt {}
}
