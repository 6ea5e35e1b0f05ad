package dev.foyer.local.sink;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** All mails of the server, in the order in which they were first seen here. Safe for use by several threads. */
final class Inbox {

    private final GreenMail server;
    private final Map<StoredMessage, Mail> seen = new IdentityHashMap<>();
    private final List<Mail> inOrder = new ArrayList<>();

    Inbox(GreenMail server) {
        this.server = server;
    }

    /** Parses only what came since the last call, since a test may send thousands. */
    synchronized List<Mail> mails() {
        server.getManagers().getImapHostManager().getAllMessages().stream()
                .filter(message -> !seen.containsKey(message))
                .sorted((a, b) -> a.getReceivedDate().compareTo(b.getReceivedDate()))
                .forEach(this::take);
        return List.copyOf(inOrder);
    }

    private void take(StoredMessage message) {
        Mail mail = MailParser.parse(inOrder.size() + 1, message);
        seen.put(message, mail);
        inOrder.add(mail);
    }
}
