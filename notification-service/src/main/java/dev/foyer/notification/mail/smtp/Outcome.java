package dev.foyer.notification.mail.smtp;

/** How a conversation about one mail ended. */
public sealed interface Outcome {

    /** The server took the mail. */
    record Taken() implements Outcome {}

    /** It answered otherwise than with yes. */
    record Refused(Step step, Reply reply) implements Outcome {}

    /** It did not answer in time; the connection is closed since. */
    record Silent(Step step) implements Outcome {}

    /** The connection could not be made, or was closed by the server. */
    record Gone(Step step) implements Outcome {}

    /** The client cannot or will not go on: no encryption with this server, no way to sign in. @param why in the client's words */
    record Unusable(Step step, String why) implements Outcome {}
}
