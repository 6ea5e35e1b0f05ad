package dev.foyer.notification.mail.smtp;

/** How far a conversation is, in its order. */
public enum Step {
    /** The connection is made. */
    CONNECT,
    /** The server says who it is. */
    GREETING,
    /** Who we are, encryption, our account; of a connection that is used again: the reset. */
    SESSION,
    /** Who sends the mail, and to whom. */
    ENVELOPE,
    /** The mail is on its way. */
    DATA,
    /** The server has all of it and has not said yet what it does with it. */
    ANSWER;

    /** Nothing of the mail has been said yet: what goes wrong is about the server and us. */
    public boolean beforeTheMail() {
        return compareTo(ENVELOPE) < 0;
    }
}
