package dev.foyer.notification.mail;

import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.Mailbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final PerKeyExecutor mailboxes;
    private final Waiting waiting;
    /** Of mailboxes whose attempt is being made, or failed: how often all had been woken when it began. */
    private final Map<String, Long> failed = new ConcurrentHashMap<>();
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
        this.committed = new CommittedMails(clock);
        this.clock = clock;
        this.ready = ready;
        this.pace = pace;
        this.threads = new WorkerPool(pace.parallel());
        this.mailboxes = new PerKeyExecutor(threads, this::work);
        this.waiting = new Waiting(this.mailboxes::request);
        waiting.every(Duration.ofMinutes(5), () -> open.leaveToOthers(mailboxes));
        server.onceBack(() -> waiting.wakeAll(retries::endAll));
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
            // Whoever has a beginning recorded goes on with the mail, or asks again by itself.
            if (!events.stream().allMatch(MailEvent.MailAttemptBegun.class::isInstance)) {
                request(mailbox, state);
            }
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
        if (state.outgoing().findAny().isPresent() || unrecorded.of(mailbox).isPresent()) {
            mailboxes.request(mailbox);
        }
    }

    /** Takes up nothing more, waits for the mails in flight and for what is to be recorded of them. */
    @Override
    public void close() {
        long end = System.nanoTime() + GRACE.toNanos();
        waiting.close();
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
        long wakes = waiting.wakes();
        try {
            unrecorded.of(mailbox).ifPresent(this::record);
            if (!ready.getAsBoolean()) {
                waiting.later(mailbox, pace.soon());
                return;
            }
            Long atLastAttempt = failed.remove(mailbox);
            speak(mailbox, atLastAttempt == null ? wakes : atLastAttempt).ifPresent(report -> {
                if (!(report.command() instanceof MailCommand.RecordAttemptFailed)) {
                    failed.remove(mailbox);
                }
                ended(report);
            });
        } catch (Unavailable e) {
            waiting.later(mailbox, pace.soon());
        } catch (RuntimeException e) {
            // Only the type: what broke while a mail was written may quote it.
            LOG.errorf(
                    "mailbox=%s: %s; trying again soon.", mailbox, e.getClass().getName());
            waiting.later(mailbox, pace.soon());
        }
    }

    /**
     * What became of the one thing that is due, which needs a turn; recording it does not.
     *
     * @param wakes how often all had been woken when it was not known yet that this one has to wait
     */
    private Optional<Report> speak(String mailbox, long wakes) {
        try (WorkerPool.Turn turn = threads.turn()) {
            Optional<Mail.Outgoing> mail = next(mailbox);
            if (mail.isEmpty()) {
                begun.made(mailbox);
                retries.over(mailbox);
                rate.over(mailbox);
            }
            return mail.flatMap(due -> serve(mailbox, due, turn, wakes));
        }
    }

    private Optional<Mail.Outgoing> next(String mailbox) {
        return committed
                .take(mailbox)
                .or(() -> reporter.read(mailbox))
                .flatMap(state -> state.nextToSend(mail -> retries.left(mailbox, mail)));
    }

    private Optional<Report> serve(String mailbox, Mail.Outgoing mail, WorkerPool.Turn turn, long wakes) {
        if (mail.expired(clock.instant())) {
            // The mailbox's own timer settles it, unless the clock is set back before that.
            waiting.later(mailbox, pace.soon());
            return Optional.empty();
        }
        Duration wait = begun.isOurs(mailbox, mail) ? Duration.ZERO : left(mailbox, mail);
        if (wait.isPositive()) {
            waiting.later(mailbox, wait);
            if (waiting.wakes() != wakes) {
                retries.end(mailbox); // all were woken before it was among them
                waiting.wakeNow(mailbox);
            }
            return Optional.empty();
        }
        retries.over(mailbox, mail);
        rate.over(mailbox);
        return attempt(mailbox, mail, turn);
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

    private Optional<Report> attempt(String mailbox, Mail.Outgoing mail, WorkerPool.Turn turn) {
        if (mail.underWay() && !begun.isOurs(mailbox, mail)) {
            return Optional.of(Report.of(mailbox, mail, Unanswered.interrupted(mail)));
        }
        if (!mail.underWay()) {
            reporter.begin(mailbox, mail.id(), begun.asked(mailbox, mail));
        }
        turn.speak();
        Optional<Mail.Outgoing> now = next(mailbox);
        boolean notBegun = now.filter(same -> same.id().equals(mail.id()) && !same.underWay())
                .isPresent();
        return notBegun ? Optional.empty() : Optional.of(make(mailbox, mail, now, turn));
    }

    /**
     * It may have been superseded, or given another address, while its beginning was recorded and it waited for a place. What is not to be
     * sent any more, or not by us, has not been given to anybody, and that is said: else it would count as delivered possibly.
     */
    private Report make(String mailbox, Mail.Outgoing asBegun, Optional<Mail.Outgoing> now, WorkerPool.Turn turn) {
        Optional<Mail.Outgoing> toSend =
                now.filter(mail -> begun.isOurs(mailbox, mail) && !mail.expired(clock.instant()));
        begun.made(mailbox);
        toSend.ifPresent(mail -> failed.put(mailbox, waiting.wakes()));
        return toSend.map(mail -> Report.of(mailbox, mail, sender.send(mail, turn::lend)))
                .orElseGet(() -> Report.of(mailbox, asBegun, Unanswered.notAttempted(asBegun)));
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
}
