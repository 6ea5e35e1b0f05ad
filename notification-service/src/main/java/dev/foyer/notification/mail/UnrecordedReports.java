package dev.foyer.notification.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What mail servers have said and no journal holds yet: it happened, whatever becomes of the broker, of the mailbox or of the
 * mail. Kept until it is recorded, for as long as this process lives, and looked up before anything else is done for the
 * mailbox. One at most for each, since one mail of a user is sent at a time. Thread-safe.
 */
final class UnrecordedReports {

    private final Map<String, Report> byMailbox = new ConcurrentHashMap<>();

    void put(Report report) {
        byMailbox.put(report.mailbox(), report);
    }

    Optional<Report> of(String mailbox) {
        return Optional.ofNullable(byMailbox.get(mailbox));
    }

    void recorded(Report report) {
        byMailbox.remove(report.mailbox(), report);
    }

    List<Report> all() {
        return List.copyOf(byMailbox.values());
    }

    int size() {
        return byMailbox.size();
    }
}
