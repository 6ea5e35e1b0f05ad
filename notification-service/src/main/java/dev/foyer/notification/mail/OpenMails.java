package dev.foyer.notification.mail;

import dev.foyer.base.Unavailable;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** The mails of this instance's mailboxes that are not settled, for numbers that an operator watches. Thread-safe. */
final class OpenMails {

    /** What expires within this time wants somebody's attention. */
    static final Duration NEAR = Duration.ofHours(24);

    private final Map<String, List<Open>> byMailbox = new ConcurrentHashMap<>();

    private record Open(boolean held, Instant createdAt, Instant expiresAt) {}

    /** As a commit or a recovery gave it. */
    void note(String mailbox, Mailbox state) {
        List<Open> open = state.mails().stream()
                .filter(Mail::open)
                .map(mail -> new Open(mail instanceof Mail.Held, mail.letter().createdAt(), mail.expiresAt()))
                .toList();
        if (open.isEmpty()) {
            byMailbox.remove(mailbox);
        } else {
            byMailbox.put(mailbox, open);
        }
    }

    /** Mailboxes that another instance owns by now are that one's; nobody is told of that, so they are asked for. */
    void leaveToOthers(Mailboxes mailboxes) {
        for (String mailbox : List.copyOf(byMailbox.keySet())) {
            mailboxes.readLocal(mailbox).whenComplete((state, failure) -> {
                if (isMoved(failure)) {
                    byMailbox.remove(mailbox);
                }
            });
        }
    }

    long queued() {
        return all().filter(mail -> !mail.held()).count();
    }

    long held() {
        return all().filter(Open::held).count();
    }

    /** @param now by the system's clock: mails may be older than this process */
    long nearExpiry(Instant now) {
        return all().filter(mail -> mail.expiresAt().isBefore(now.plus(NEAR))).count();
    }

    /** How long the oldest one on its way is, in seconds; 0 without one. */
    double oldestQueued(Instant now) {
        return all().filter(mail -> !mail.held())
                .map(Open::createdAt)
                .min(Comparator.naturalOrder())
                .map(since -> Math.max(0, Duration.between(since, now).toMillis() / 1_000.0))
                .orElse(0.0);
    }

    private Stream<Open> all() {
        return byMailbox.values().stream().flatMap(List::stream);
    }

    private static boolean isMoved(Throwable failure) {
        Throwable cause = failure instanceof CompletionException || failure instanceof ExecutionException
                ? failure.getCause()
                : failure;
        return cause instanceof Unavailable unavailable && unavailable.reason() == Unavailable.Reason.MOVED;
    }
}
