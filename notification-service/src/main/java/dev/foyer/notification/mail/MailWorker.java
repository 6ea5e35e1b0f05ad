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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Sends what is committed as to be sent. Whenever a mailbox changes or is recovered, and whenever a wait is
 * over, it does the one thing that is due: by the state that the commit gave it, or by what the owner answers when that is
 * not fresh any more, because only the owner sends. So a superseded mail is not sent, a restart goes on where the journal
 * stands, and running too often is harmless.
 *
 * <p>One mail per user at a time, other users in parallel. Thread-safe; the owner's thread never waits for it.
 */
public final class MailWorker implements CommitListener<Mailbox, MailEvent>, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MailWorker.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final DeliveryReporter reporter;
    private final Function<Mail.Outgoing, Attempt> sender;
    private final RetryWaits retries;
    private final CommittedMails committed;
    private final Clock clock;
    private final BooleanSupplier ready;
    private final ExecutorService threads;
    private final ScheduledExecutorService timer;
    private final PerKeyExecutor mailboxes;
    private final Map<String, Future<?>> waits = new ConcurrentHashMap<>();

    /**
     * @param sender blocks for one attempt
     * @param retries when a mail is tried again, by {@code clock} until a wait has begun and then by {@code steady}
     * @param steady that is never set
     * @param ready whether what mails depend on besides the mailboxes (the tenants' settings) has been read
     * @param parallel how many mails may be in flight at once
     */
    MailWorker(
            Mailboxes mailboxes,
            Function<Mail.Outgoing, Attempt> sender,
            Retries retries,
            Clock clock,
            InstantSource steady,
            BooleanSupplier ready,
            int parallel) {
        this.reporter = new DeliveryReporter(mailboxes);
        this.sender = sender;
        this.retries = new RetryWaits(retries, clock, steady);
        this.committed = new CommittedMails(clock);
        this.clock = clock;
        this.ready = ready;
        this.threads = Executors.newFixedThreadPool(
                parallel, Thread.ofPlatform().name("mail-", 1).factory());
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("mail-timer").daemon().factory());
        this.mailboxes = new PerKeyExecutor(threads, this::work);
    }

    @Override
    public void committed(String mailbox, Mailbox state, List<MailEvent> events) {
        if (!events.isEmpty()) {
            committed.put(mailbox, state, events.getLast().at());
            request(mailbox, state);
        }
    }

    @Override
    public void recovered(String mailbox, Mailbox state) {
        committed.forget(mailbox);
        request(mailbox, state);
    }

    private void request(String mailbox, Mailbox state) {
        if (state.nextToSend().isPresent()) {
            mailboxes.request(mailbox);
        }
    }

    /** Takes up nothing more and waits for the mails in flight, so that they can still be recorded. */
    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Mails in flight were left; they are sent again after the restart, with the same Message-ID.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(String mailbox) {
        if (!ready.getAsBoolean()) {
            later(mailbox, SOON);
            return;
        }
        try {
            committed
                    .take(mailbox)
                    .or(() -> reporter.read(mailbox).flatMap(Mailbox::nextToSend))
                    .ifPresent(mail -> serve(mailbox, mail));
        } catch (Unavailable e) {
            later(mailbox, SOON);
        } catch (RuntimeException e) {
            // Only the type: what broke while a mail was written may quote it.
            LOG.errorf(
                    "mailbox=%s: %s; trying again soon.", mailbox, e.getClass().getName());
            later(mailbox, SOON);
        }
    }

    private void serve(String mailbox, Mail.Outgoing mail) {
        if (mail.expired(clock.instant())) {
            later(mailbox, SOON); // the mailbox's own timer settles it, unless the clock is set back before that
            return;
        }
        Duration wait = retries.left(mailbox, mail);
        if (wait.isPositive()) {
            later(mailbox, wait);
        } else {
            retries.over(mailbox);
            attempt(mailbox, mail);
        }
    }

    private void attempt(String mailbox, Mail.Outgoing mail) {
        switch (sender.apply(mail)) {
            case Attempt.Accepted _ -> reporter.report(mailbox, mail, "sent", new RecordSent(mail.id()));
            case Attempt.Deferred(String problem) ->
                reporter.report(
                        mailbox, mail, "attempt-" + (mail.attempts() + 1), new RecordAttemptFailed(mail.id(), problem));
            case Attempt.Failed(String reason, boolean tried) ->
                reporter.report(mailbox, mail, "failed", new RecordFailed(mail.id(), reason, tried));
        }
        committed.forget(mailbox);
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
        mailboxes.request(mailbox);
    }
}
