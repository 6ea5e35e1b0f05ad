package dev.foyer.proof.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A mail server that takes everything, knows nothing and keeps only the last mail, so that what is measured is who sends. A
 * virtual thread per connection. Safe for use by several threads.
 */
final class BareMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Duration delay;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong last = new AtomicLong();
    private volatile String sample = "";

    private BareMailServer(ServerSocket socket, Duration delay) {
        this.socket = socket;
        this.delay = delay;
        Thread.ofVirtual().start(this::accept);
    }

    /** @param delay before it says that it has a mail */
    static BareMailServer listen(int port, Duration delay) {
        try {
            ServerSocket socket = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
            return new BareMailServer(socket, delay);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int taken() {
        return taken.get();
    }

    /** Between the first mail that it took and the last. */
    double perSecond() {
        return (taken.get() - 1) * 1e9 / (last.get() - first.get());
    }

    /** The last mail as it came, with the line ends of the wire and without the dot. */
    String sample() {
        return sample;
    }

    /** From now on it counts anew. */
    void forget() {
        taken.set(0);
        first.set(0);
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1), 16_384);
            OutputStream out = connection.getOutputStream();
            say(out, "220 bench");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.regionMatches(true, 0, "DATA", 0, 4)) {
                    say(out, "354 go on");
                    take(in);
                    say(out, "250 taken");
                } else if (line.regionMatches(true, 0, "QUIT", 0, 4)) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 bench");
                }
            }
        } catch (IOException _) {
            // whoever sent has gone
        } finally {
            open.remove(connection);
        }
    }

    private void take(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder(8_192);
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append("\r\n");
        }
        if (delay.isPositive()) {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        sample = mail.toString();
        long now = System.nanoTime();
        first.compareAndSet(0, now);
        last.accumulateAndGet(now, Math::max);
        taken.incrementAndGet();
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
