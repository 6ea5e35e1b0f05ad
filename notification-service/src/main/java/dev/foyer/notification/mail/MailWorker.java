package dev.foyer.notification.mail;

import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.Mailbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Sends what is committed as to be sent. Whenever a mailbox changes or is recovered, and whenever a wait is
 * over, it does the one thing that is due: by the state that the commit gave it, or by what the owner answers when that is
 * not fresh any more, because only the owner sends. So a superseded mail is not sent, a restart goes on where the journal
 * stands, and running too often is harmless.
 *
 * <p>That an attempt begins is in the journal before a server can have the mail, so whoever finds it there without an outcome knows that
 * the mail may have left.
 *
 * <p>What a mail server said is a fact: it is kept until it is recorded ({@link UnrecordedReports}), and until then nothing else is
 * done for that mailbox.
 *
 * <p>One mail per user at a time, other users in parallel. Thread-safe; the owner's thread never waits for it.
 */
public final class MailWorker implements CommitListener<Mailbox, MailEvent>, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MailWorker.class);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final DeliveryReporter reporter;
    private final UnrecordedReports unrecorded = new UnrecordedReports();
    private final Begun begun = new Begun();
    private final OpenMails open = new OpenMails();
    private final Sending sender;
    private final RetryWaits retries;
    private final MailServer server;
    private final MailRate rate;
    private final CommittedMails committed;
    private final Clock clock;
    private final BooleanSupplier ready;
    private final Pace pace;
    private final WorkerPool threads;
    private final ScheduledExecutorService timer;
    private final PerKeyExecutor mailboxes;
    private final Map<String, Future<?>> waits = new ConcurrentHashMap<>();
    /** Mailboxes of which something is only tried to be held. */
    private final Set<String> restored = ConcurrentHashMap.newKeySet();

    /**
     * @param retries when a mail is tried again
     * @param server whether it is worth asking, and when it is back
     * @param rate how many mails may leave in a minute
     * @param ready whether what mails depend on besides the mailboxes (the tenants' settings) has been read
     */
    MailWorker(
            Mailboxes mailboxes,
            Sending sender,
            RetryWaits retries,
            MailServer server,
            MailRate rate,
            Clock clock,
            BooleanSupplier ready,
            Pace pace) {
        this.reporter = new DeliveryReporter(mailboxes);
        this.sender = sender;
        this.retries = retries;
        this.server = server;
        this.rate = rate;
        server.onceBack(this::wakeAll);
        this.committed = new CommittedMails(clock);
        this.clock = clock;
        this.ready = ready;
        this.pace = pace;
        this.threads = new WorkerPool(pace.parallel());
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("mail-timer").daemon().factory());
        this.mailboxes = new PerKeyExecutor(threads, this::work);
        timer.scheduleWithFixedDelay(() -> open.leaveToOthers(mailboxes), 5, 5, TimeUnit.MINUTES);
    }

    /** Blocks for one attempt. */
    @FunctionalInterface
    interface Sending {

        /** @param late is run when the server has the whole mail and takes its time to say so */
        Attempt send(Mail.Outgoing mail, Runnable late);
    }

    @Override
    public void committed(String mailbox, Mailbox state, List<MailEvent> events) {
        if (!events.isEmpty()) {
            noteRestore(mailbox, state);
            open.note(mailbox, state);
            committed.put(mailbox, state, events.getLast().at());
            request(mailbox, state);
        }
    }

    @Override
    public void recovered(String mailbox, Mailbox state) {
        noteRestore(mailbox, state);
        open.note(mailbox, state);
        committed.forget(mailbox);
        if (unrecorded.of(mailbox).isEmpty()) {
            retries.pause(mailbox, pace.afterRecovery());
        }
        request(mailbox, state);
    }

    private void noteRestore(String mailbox, Mailbox state) {
        if (state.waitsForARestore(pace.restoredAt())) {
            restored.add(mailbox);
        } else {
            restored.remove(mailbox);
        }
    }

    /** How many outcomes no journal holds yet. */
    int unrecorded() {
        return unrecorded.size();
    }

    /** What waits, for numbers. */
    OpenMails open() {
        return open;
    }

    private void request(String mailbox, Mailbox state) {
        if (state.nextToSend().isPresent() || unrecorded.of(mailbox).isPresent()) {
            mailboxes.request(mailbox);
        }
    }

    /** Takes up nothing more, waits for the mails in flight and for what is to be recorded of them. */
    @Override
    public void close() {
        long end = System.nanoTime() + GRACE.toNanos();
        timer.shutdownNow();
        threads.shutdown();
        try {
            boolean done = threads.awaitTermination(GRACE);
            while (unrecorded.size() > 0 && System.nanoTime() < end) {
                unrecorded.all().forEach(this::tryToRecord);
                if (unrecorded.size() > 0) {
                    Thread.sleep(pace.soon());
                }
            }
            if (!done || unrecorded.size() > 0) {
                LOG.warn(
                        "Mails in flight were left, or it could not be recorded that they were sent; those are sent again"
                                + " after the restart, with the same Message-ID.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToRecord(Report report) {
        try {
            record(report);
        } catch (RuntimeException e) {
            LOG.debugf("mailbox=%s: %s", report.mailbox(), e.getClass().getName());
        }
    }

    private void work(String mailbox) {
        try {
            unrecorded.of(mailbox).ifPresent(this::record);
            if (!ready.getAsBoolean()) {
                later(mailbox, pace.soon());
                return;
            }
            speak(mailbox).ifPresent(this::ended);
        } catch (Unavailable e) {
            later(mailbox, pace.soon());
        } catch (RuntimeException e) {
            // Only the type: what broke while a mail was written may quote it.
            LOG.errorf(
                    "mailbox=%s: %s; trying again soon.", mailbox, e.getClass().getName());
            later(mailbox, pace.soon());
        }
    }

    /** What became of the one thing that is due, which needs a place; recording it does not. */
    private Optional<Report> speak(String mailbox) {
        try (WorkerPool.Place place = threads.place()) {
            Optional<Mail.Outgoing> mail = next(mailbox);
            if (mail.isEmpty()) {
                begun.made(mailbox);
                nothingToWaitFor(mailbox);
            }
            return mail.flatMap(due -> serve(mailbox, due, place));
        }
    }

    private Optional<Mail.Outgoing> next(String mailbox) {
        return committed.take(mailbox).or(() -> reporter.read(mailbox).flatMap(Mailbox::nextToSend));
    }

    private Optional<Report> serve(String mailbox, Mail.Outgoing mail, WorkerPool.Place place) {
        if (mail.expired(clock.instant())) {
            later(mailbox, pace.soon()); // the mailbox's own timer settles it, unless the clock is set back before that
            return Optional.empty();
        }
        Duration wait = begun.isOurs(mailbox, mail) ? Duration.ZERO : left(mailbox, mail);
        if (wait.isPositive()) {
            later(mailbox, wait);
            return Optional.empty();
        }
        nothingToWaitFor(mailbox);
        return attempt(mailbox, mail, place);
    }

    /** Its own wait first, so that who need not wait for that does not take a place in the others. */
    private Duration left(String mailbox, Mail.Outgoing mail) {
        if (restored.contains(mailbox)) {
            return retries.pauseLeft(mailbox);
        }
        Duration own = retries.left(mailbox, mail);
        if (own.isPositive()) {
            return own;
        }
        Duration limited = rate.left(mailbox);
        return limited.isPositive() ? limited : server.closedFor();
    }

    private void nothingToWaitFor(String mailbox) {
        retries.over(mailbox);
        rate.over(mailbox);
    }

    private Optional<Report> attempt(String mailbox, Mail.Outgoing mail, WorkerPool.Place place) {
        if (!mail.underWay()) {
            reporter.begin(mailbox, mail.id(), begun.asked(mailbox, mail));
            // It may have been superseded, or given another address, at the last moment.
            return next(mailbox).filter(now -> begun.isOurs(mailbox, now)).map(now -> make(mailbox, now, place));
        }
        return Optional.of(
                begun.isOurs(mailbox, mail)
                        ? make(mailbox, mail, place)
                        : Report.of(mailbox, mail, Unanswered.interrupted(mail)));
    }

    private Report make(String mailbox, Mail.Outgoing mail, WorkerPool.Place place) {
        begun.made(mailbox);
        return Report.of(mailbox, mail, sender.send(mail, place::lend));
    }

    private void ended(Report report) {
        unrecorded.put(report);
        record(report);
    }

    private void record(Report report) {
        reporter.record(report);
        unrecorded.recorded(report);
        committed.forget(report.mailbox());
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

    private void wakeAll() {
        retries.endAll();
        for (String mailbox : List.copyOf(waits.keySet())) {
            Future<?> wait = waits.get(mailbox);
            if (wait != null && wait.cancel(false)) {
                wake(mailbox);
            }
        }
    }

    private void wake(String mailbox) {
        waits.remove(mailbox);
        mailboxes.request(mailbox);
    }
}
