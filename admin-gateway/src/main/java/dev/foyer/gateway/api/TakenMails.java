package dev.foyer.gateway.api;

import dev.foyer.base.Unavailable;
import dev.foyer.gateway.clients.NotificationServiceClient;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.NotificationEntry;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.index.TenantView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Mails of which something is to be done. One that is as young as its PIN is in the ledger before notification-service has taken it, and
 * nothing can be done about it until then. That takes a moment, and longer while the topic that it is in moves from one instance to another;
 * so whoever asks waits as long as that may take, but only while notification-service is there and the broker answers.
 */
@ApplicationScoped
public class TakenMails {

    /** Before anybody is asked whether it is there: by then nearly every mail is taken. */
    private static final Duration USUAL = Duration.ofMillis(250);

    /** Longer than an answer about the service is kept: two looks are two questions. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(600);

    /** A service that starts beside others, or collects its garbage, may be silent once. */
    private static final int SILENCES_THAT_SAY_AWAY = 2;

    /** As health has it. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(4);

    @Inject
    ApiConfig config;

    @Inject
    ReadModel index;

    @Inject
    RemoteService<NotificationServiceClient> notificationService;

    /**
     * Blocks (a virtual thread) while it is not taken.
     *
     * @return empty when there is no such mail
     * @throws dev.foyer.base.Problem.ProblemException 503 when that service is away, or has not taken it when the deadline is over
     * @throws Unavailable when the broker is away, and nobody can take anything
     */
    Optional<NotificationEntry> find(TenantView view, String id) {
        Optional<NotificationEntry> known = view.notification(id);
        if (known.isEmpty() || known.get().taken()) {
            return known;
        }
        return Optional.of(await(() -> view.notification(id).filter(NotificationEntry::taken)));
    }

    private NotificationEntry await(Supplier<Optional<NotificationEntry>> look) {
        long end = System.nanoTime() + config.notificationDeadline().toNanos();
        Optional<NotificationEntry> taken = index.await(look, USUAL);
        int silences = 0;
        while (taken.isEmpty()) {
            if (index.brokerSilence().compareTo(LONGEST_SILENCE) > 0) {
                throw new Unavailable(
                        Unavailable.Reason.BROKER_AWAY, "The broker does not answer, so no mail is taken at present.");
            }
            boolean isThere = notificationService.isThere();
            silences = isThere ? 0 : silences + 1;
            long left = end - System.nanoTime();
            if (left <= 0
                    || silences == SILENCES_THAT_SAY_AWAY
                    || notificationService.isGone()
                    || Thread.currentThread().isInterrupted()) {
                return look.get()
                        .orElseThrow(
                                () -> isThere ? Problems.mailNotTakenYet().exception() : notificationService.away());
            }
            taken = index.await(look, Duration.ofNanos(Math.min(left, BETWEEN_LOOKS.toNanos())));
        }
        return taken.get();
    }
}
