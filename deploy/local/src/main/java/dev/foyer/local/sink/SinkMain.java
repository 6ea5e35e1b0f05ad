package dev.foyer.local.sink;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process of the SMTP sink. It ends on SIGTERM; the mails end with it. */
public final class SinkMain {

    private SinkMain() {}

    /** @param arguments SMTP port and port of the view, both on loopback, and the file with the view's password */
    public static void main(String[] arguments) throws IOException {
        run("127.0.0.1", Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
        System.out.println("Taking mails on port " + arguments[0] + ", showing them on port " + arguments[1]);
    }

    /**
     * Returns when it listens.
     *
     * @param address where; other than loopback only in a container, where nobody else is
     */
    public static void run(String address, int smtp, int viewPort, Path passwordFile) throws IOException {
        GreenMail server = new GreenMail(new ServerSetup(smtp, address, ServerSetup.PROTOCOL_SMTP));
        server.start();
        String password = Files.readString(passwordFile).strip();
        MailView view = new MailView(new Inbox(server), new InetSocketAddress(address, viewPort), password);
        view.start();
    }
}
