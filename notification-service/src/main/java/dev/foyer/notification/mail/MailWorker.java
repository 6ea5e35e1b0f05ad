package dev.foyer.notification.mail;

import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailCommand.RecordAttemptFailed;
import dev.foyer.notification.domain.MailCommand.RecordFailed;
import dev.foyer.notification.domain.MailCommand.RecordSent;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.Mailbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Sends what is committed as to be sent. It keeps no list of its own: whenever a mailbox changes or is recovered, and
 * whenever a wait is over, it asks the owner for the committed state and does the one thing that is due. So a superseded
 * mail is not sent, a restart goes on where the journal stands, and being asked too often is harmless.
 *
 * <p>One mail per user at a time, other users in parallel. Thread-safe.
 */
public final class MailWorker implements CommitListener<Mailbox, MailEvent>, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MailWorker.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final DeliveryReporter reports;
    private final MailSender postman;
    private final Retries retries;
    private final MailCounters counters;
    private final Clock clock;
    private final BooleanSupplier ready;
    private final ExecutorService senders;
    private final ScheduledExecutorService timer;
    private final PerKeyExecutor turns;
    private final Map<String, Future<?>> waits = new ConcurrentHashMap<>();

    /**
     * @param ready whether what mails depend on besides the mailboxes (the tenants' settings) has been read
     * @param parallel how many mails may be under way at once
     */
    MailWorker(
            Mailboxes mailboxes,
            MailSender postman,
            Retries retries,
            MailCounters counters,
            Clock clock,
            BooleanSupplier ready,
            int parallel) {
        this.reports = new DeliveryReporter(mailboxes);
        this.postman = postman;
        this.retries = retries;
        this.counters = counters;
        this.clock = clock;
        this.ready = ready;
        this.senders = Executors.newFixedThreadPool(
                parallel, Thread.ofPlatform().name("mail-", 1).factory());
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("mail-timer").daemon().factory());
        this.turns = new PerKeyExecutor(senders, this::look);
    }

    @Override
    public void committed(String mailbox, Mailbox state, List<MailEvent> events) {
        recovered(mailbox, state);
    }

    @Override
    public void recovered(String mailbox, Mailbox state) {
        if (state.nextToSend().isPresent()) {
            turns.ask(mailbox);
        }
    }

    /** Takes up nothing more and waits for what is under way, so that it can still be recorded. */
    @Override
    public void close() {
        timer.shutdownNow();
        senders.shutdown();
        try {
            if (!senders.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Mails under way were left; they are sent again after the restart, with the same Message-ID.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(String mailbox) {
        if (!ready.getAsBoolean()) {
            later(mailbox, SOON);
            return;
        }
        try {
            reports.read(mailbox).flatMap(Mailbox::nextToSend).ifPresent(mail -> serve(mailbox, mail));
        } catch (Unavailable e) {
            later(mailbox, SOON);
        } catch (RuntimeException e) {
            // Only the type: what broke while a mail was written may quote it.
            LOG.errorf(
                    "mailbox=%s: %s; looking again soon.", mailbox, e.getClass().getName());
            later(mailbox, SOON);
        }
    }

    private void serve(String mailbox, Mail.Outgoing mail) {
        Instant now = clock.instant();
        Instant due = retries.due(mail);
        if (mail.expired(now)) {
            return; // the mailbox's own timer settles it
        }
        if (mail.attempts() > 0 && now.isBefore(due)) {
            later(mailbox, Duration.between(now, due));
        } else {
            attempt(mailbox, mail);
        }
    }

    private void attempt(String mailbox, Mail.Outgoing mail) {
        Attempt attempt = postman.send(mail);
        counters.count(attempt);
        switch (attempt) {
            case Attempt.Taken taken -> reports.report(mailbox, mail, "sent", new RecordSent(mail.id()));
            case Attempt.NotNow(String problem) ->
                reports.report(
                        mailbox, mail, "attempt-" + (mail.attempts() + 1), new RecordAttemptFailed(mail.id(), problem));
            case Attempt.Never(String reason, boolean tried) ->
                reports.report(mailbox, mail, "failed", new RecordFailed(mail.id(), reason, tried));
        }
    }

    /** One wait per mailbox: a later one replaces it. */
    private void later(String mailbox, Duration wait) {
        waits.compute(mailbox, (same, old) -> {
            if (old != null) {
                old.cancel(false);
            }
            return timer.isShutdown()
                    ? null
                    : timer.schedule(() -> wake(mailbox), wait.toMillis() + 1, TimeUnit.MILLISECONDS);
        });
    }

    private void wake(String mailbox) {
        waits.remove(mailbox);
        turns.ask(mailbox);
    }
}
