package dev.foyer.notification.mail.smtp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Whose turn it is on one connection. A server that says more than it was asked for shifts its answers, until that to a mail's recipient
 * is taken for that to the mail. The client notices neither this nor a {@code 250} where only a {@code 354} can stand, so such a
 * connection is used for nothing more. Called by the connection's event loop.
 */
final class Turns {

    /** The commands without an answer yet; the greeting answers none. */
    private final Deque<String> unanswered = new ArrayDeque<>(List.of("CONNECT"));

    private boolean broken;

    /** @param commands one or a group of them, each with its end; no part of a mail but the dot */
    void said(String commands) {
        commands.lines().forEach(unanswered::add);
    }

    /** @param line of a reply; whether it was asked for, can be the answer, and so were all before it */
    boolean fits(String line) {
        boolean last = line.length() < 4 || line.charAt(3) != '-';
        String command = last ? unanswered.poll() : unanswered.peek();
        broken |= command == null || command.equals("DATA") && line.startsWith("2");
        return !broken;
    }

    /** The server answers something else than what it was asked. */
    static final class OutOfTurn extends RuntimeException {
        OutOfTurn() {
            super("The server says what it was not asked for", null, false, false);
        }
    }
}
