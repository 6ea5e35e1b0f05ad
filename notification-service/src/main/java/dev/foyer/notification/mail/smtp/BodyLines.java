package dev.foyer.notification.mail.smtp;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.net.NetSocket;

/**
 * The client writes a mail line by line, each from the completion of the one before: a write to the network for every line,
 * and, since most complete at once, a stack that grows with the mail. Here lines are gathered, and every so many the next is told
 * from a new turn of the event loop. For one connection; called by its event loop.
 */
final class BodyLines {

    private static final int AT_ONCE = 100;

    private final NetSocket socket;
    private final Context loop;
    private final StringBuilder gathered = new StringBuilder();
    private int lines;

    BodyLines(NetSocket socket, Context loop) {
        this.socket = socket;
        this.loop = loop;
    }

    Future<Void> add(String line) {
        gathered.append(line);
        lines++;
        if (lines % AT_ONCE != 0) {
            return Future.succeededFuture();
        }
        Promise<Void> told = Promise.promise();
        socket.write(take("")).onComplete(written -> loop.runOnContext(now -> told.handle(written)));
        return told.future();
    }

    /** What was gathered, with this behind it. */
    String take(String last) {
        String text = gathered + last;
        gathered.setLength(0);
        return text;
    }
}
