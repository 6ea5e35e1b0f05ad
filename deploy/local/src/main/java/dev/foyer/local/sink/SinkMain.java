package dev.foyer.local.sink;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process of the SMTP sink. It ends on SIGTERM; the mails end with it. */
public final class SinkMain {

    private SinkMain() {}

    /** @param arguments SMTP port and port of the view, both on loopback, and the file with the view's password */
    public static void main(String[] arguments) throws IOException {
        GreenMail server =
                new GreenMail(new ServerSetup(Integer.parseInt(arguments[0]), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        String password = Files.readString(Path.of(arguments[2])).strip();
        MailView view = new MailView(new Inbox(server), Integer.parseInt(arguments[1]), password);
        view.start();
        System.out.println("Taking mails on port " + arguments[0] + ", showing them on port " + arguments[1]);
    }
}
