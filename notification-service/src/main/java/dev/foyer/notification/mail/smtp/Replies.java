package dev.foyer.notification.mail.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/**
 * Cuts what a server sends into lines, and gives the client only what it reads rightly: a code without text gets the space that the
 * client asks for, and what is no ASCII is replaced. For one connection; not thread-safe.
 */
final class Replies {

    /** Of a line that has no end yet, and of a reply: nobody has more to say. */
    private static final int MOST = 64 * 1024;

    private final Consumer<String> lines;
    private final StringBuilder unfinished = new StringBuilder();
    private int sinceReply;

    /** @param lines gets each line without its end */
    Replies(Consumer<String> lines) {
        this.lines = lines;
    }

    /** A server that never comes to an end. */
    static final class Endless extends RuntimeException {
        Endless() {
            super("The server's reply does not end", null, false, false);
        }
    }

    /**
     * What of it the client gets.
     *
     * @throws Endless when that would be too much
     */
    Buffer take(Buffer chunk) {
        unfinished.append(chunk.toString(ISO_8859_1));
        StringBuilder complete = new StringBuilder();
        for (int end = unfinished.indexOf("\n"); end >= 0; end = unfinished.indexOf("\n")) {
            String line = unfinished.substring(0, end > 0 && unfinished.charAt(end - 1) == '\r' ? end - 1 : end);
            unfinished.delete(0, end + 1);
            lines.accept(new String(line.getBytes(ISO_8859_1), UTF_8));
            complete.append(readable(line)).append("\r\n");
            sinceReply = line.length() > 3 && line.charAt(3) == '-' ? sinceReply + line.length() : 0;
        }
        if (unfinished.length() + sinceReply > MOST) {
            throw new Endless();
        }
        return Buffer.buffer(complete.toString());
    }

    private static String readable(String line) {
        String ascii = line.replaceAll("[^\\x20-\\x7e]", "?");
        return ascii.matches("[0-9]{3}") ? ascii + " " : ascii;
    }
}
