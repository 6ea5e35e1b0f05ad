package dev.foyer.notification.mail.smtp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * One client with its connection, for one mail at a time and always from the same event loop: the client connects on its
 * caller's loop and listens on its own, and between two of them a greeting gets lost. Its sockets are watched: the client gives
 * no way to close one that does not answer, notices no close before the greeting, and makes up codes. One caller at a time.
 */
final class Link {

    private static final Logger LOG = Logger.getLogger(Link.class);

    private final Duration closing;
    private final Context loop;
    private final MailClient client;
    private final Map<NetSocket, CountDownLatch> open = new ConcurrentHashMap<>();
    private final Set<NetClient> netClients = ConcurrentHashMap.newKeySet();
    private final Set<NetSocket> leaving = ConcurrentHashMap.newKeySet();
    private volatile Conversation talk;
    private volatile NetSocket newest;
    private volatile boolean dropped;
    private volatile boolean outOfTurn;

    /**
     * @param clients makes a client that uses this Vert.x, and only for one connection
     * @param closing how long a connection may take to close before it is reset
     */
    Link(Vertx vertx, Function<Vertx, MailClient> clients, Duration closing) {
        this.closing = closing;
        this.loop = ((VertxInternal) vertx).createEventLoopContext();
        this.client = clients.apply(Watched.of(Vertx.class, vertx, Map.of("createNetClient", this::watchedClient)));
    }

    /** Begins; the end is told to the conversation. */
    void send(FinishedMail mail, Conversation conversation) {
        talk = conversation;
        loop.exceptionHandler(conversation::ended);
        loop.runOnContext(now -> {
            try {
                client.sendMail(message(mail)).onComplete(sent -> conversation.ended(sent.cause()));
            } catch (RuntimeException e) {
                conversation.ended(e);
            }
        });
    }

    /** Whether all that was heard was asked for. */
    boolean inTurn() {
        return !outOfTurn;
    }

    /** Closes what has said good-bye: some servers wait for us. */
    void tidy() {
        leaving.forEach(NetSocket::close);
    }

    /** Returns when all of it is closed or reset, so that nothing more can leave by it. */
    void drop() {
        dropped = true;
        for (Map.Entry<NetSocket, CountDownLatch> socket : open.entrySet()) {
            socket.getKey().close();
            if (!isClosed(socket.getValue())) {
                LOG.warnf("A connection to the mail server was not closed within %s; it is reset.", closing);
                reset(socket.getKey());
                isClosed(socket.getValue());
            }
        }
        netClients.forEach(NetClient::close);
        loop.runOnContext(now -> client.close(closed -> {}));
    }

    private boolean isClosed(CountDownLatch closed) {
        try {
            return closed.await(closing.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true; // nobody waits for it any more
        }
    }

    /** A server that does not read keeps a connection open until it does, and would then find in it what we have given up. */
    private static void reset(NetSocket socket) {
        Channel channel = ((NetSocketInternal) socket).channelHandlerContext().channel();
        channel.eventLoop().execute(() -> {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.unsafe().close(channel.voidPromise());
        });
    }

    private static MailMessage message(FinishedMail mail) {
        MailMessage message = new MailMessage();
        message.setFrom(mail.sender());
        message.setTo(mail.recipient());
        message.setFixedHeaders(true);
        mail.headers().forEach(message::addHeader);
        message.setText(mail.body());
        return message;
    }

    private Object watchedClient(Watched.Call createNetClient) throws Throwable {
        NetClient netClient = (NetClient) createNetClient.proceed();
        netClients.add(netClient);
        return Watched.of(
                NetClient.class,
                netClient,
                Map.of("connect", connect -> ((Future<?>) connect.proceed()).map(made -> watched((NetSocket) made))));
    }

    private NetSocket watched(NetSocket socket) {
        CountDownLatch closed = new CountDownLatch(1);
        open.put(socket, closed);
        newest = socket;
        socket.closeHandler(now -> gone(socket, closed));
        if (dropped) {
            socket.close();
        }
        talk.connected();
        BodyLines body = new BodyLines(socket, loop);
        Turns turns = new Turns();
        return Watched.of(
                NetSocket.class,
                socket,
                Map.of(
                        "handler",
                        set -> {
                            set.arguments()[0] = listening(socket, turns, set.arguments()[0]);
                            return set.proceed();
                        },
                        "closeHandler",
                        set -> {
                            set.arguments()[0] = alsoGone(socket, closed, set.arguments()[0]);
                            return set.proceed();
                        },
                        "write",
                        write -> write.arguments()[0] instanceof String text
                                ? written(socket, body, turns, text, write)
                                : write.proceed()));
    }

    private Object written(NetSocket socket, BodyLines body, Turns turns, String text, Watched.Call write)
            throws Throwable {
        if (socket != newest) {
            leaving.add(socket);
            return write.proceed();
        }
        if (talk.said(text)) {
            leaving.add(socket);
        }
        boolean partOfTheMail = talk.givesTheMail() && write.arguments().length == 1;
        if (partOfTheMail) {
            return body.add(text);
        }
        turns.said(text);
        write.arguments()[0] = body.take(text);
        return write.proceed();
    }

    @SuppressWarnings("unchecked") // that is the method's type
    private Handler<Buffer> listening(NetSocket socket, Turns turns, Object clients) {
        if (clients == null) {
            return null;
        }
        Replies replies = new Replies(line -> heard(socket, line, turns.fits(line)));
        return chunk -> {
            try {
                Buffer lines = replies.take(chunk);
                if (lines.length() > 0) {
                    ((Handler<Buffer>) clients).handle(lines);
                }
            } catch (Replies.Endless e) {
                socket.close();
            } catch (Turns.OutOfTurn e) {
                socket.close();
                if (socket == newest) {
                    outOfTurn = true;
                    talk.ended(e);
                }
            }
        };
    }

    /**
     * A server may say unasked that it goes (RFC 5321, 3.8); whatever else it says unasked means nothing. Nor does what is said on the
     * connection before: its good-bye may come when the mail is with the next one.
     */
    private void heard(NetSocket socket, String line, boolean inTurn) {
        if (socket == newest && (inTurn || line.startsWith("421"))) {
            talk.heard(line);
        }
        if (!inTurn) {
            throw new Turns.OutOfTurn();
        }
    }

    @SuppressWarnings("unchecked") // that is the method's type
    private Handler<Void> alsoGone(NetSocket socket, CountDownLatch closed, Object clients) {
        return now -> {
            gone(socket, closed);
            if (clients != null) {
                ((Handler<Void>) clients).handle(now);
            }
        };
    }

    private void gone(NetSocket socket, CountDownLatch closed) {
        leaving.remove(socket);
        if (open.remove(socket) != null) {
            closed.countDown();
            if (socket == newest) {
                talk.closed();
            }
        }
    }
}
