package dev.foyer.proof.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends one and the same mail again and again, as fast as the other side answers: what no sender can be faster than. */
final class BareSender {

    private final int port;
    private final byte[] mail;

    /** @param mail with the line ends of the wire, without the dot */
    BareSender(int port, String mail) {
        this.port = port;
        this.mail = (mail + ".\r\n").getBytes(ISO_8859_1);
    }

    /** Returns when all have been taken. */
    void send(int mails, int connections) {
        AtomicInteger left = new AtomicInteger(mails);
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                each.submit(() -> over(left));
            }
        }
        if (left.get() > 0) {
            throw new IllegalStateException("The bare sender has stopped");
        }
    }

    private void over(AtomicInteger left) {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
            OutputStream out = connection.getOutputStream();
            in.readLine();
            ask(out, in, "EHLO bench");
            while (left.getAndDecrement() > 0) {
                ask(out, in, "MAIL FROM:<bench@contoso.com>");
                ask(out, in, "RCPT TO:<bench@contoso.com>");
                ask(out, in, "DATA");
                out.write(mail);
                in.readLine();
            }
            ask(out, in, "QUIT");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ask(OutputStream out, BufferedReader in, String command) throws IOException {
        out.write((command + "\r\n").getBytes(ISO_8859_1));
        in.readLine();
    }
}
