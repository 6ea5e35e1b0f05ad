package dev.foyer.notification.mail;

import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.Reasons;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * {@code foyer_mail_ended_total} by status and reason: what became of mails, as the ledger has it, whether a mail server, a timer or an
 * administrator had a part in it. Labels are words of the ledger, and never a server's. Tells another listener of everything.
 * Thread-safe.
 */
public final class MailEnds implements CommitListener<Mailbox, MailEvent> {

    private static final String NONE = "none";

    /** Why mails fail. Their series are there from the start: of one that begins with a hundred nobody sees that it grew. */
    private static final List<String> FAILED = List.of(
            Reasons.HOLD_TIME_OVER,
            Reasons.PIN_IS_GONE,
            Reasons.PIN_CANNOT_BE_OPENED,
            Reasons.PIN_SEALED_FOR_ANOTHER,
            Reasons.ADDRESS_IS_INVALID,
            Reasons.ADDRESS_NEEDS_SMTPUTF8,
            Reasons.SENDER_IS_INVALID,
            Reasons.MAIL_SERVER_REFUSED,
            Reasons.MAIL_SERVER_GAVE_NO_ANSWER,
            Reasons.INTERRUPTED);

    private final CommitListener<Mailbox, MailEvent> next;
    private final MeterRegistry registry;

    public MailEnds(CommitListener<Mailbox, MailEvent> next, MeterRegistry registry) {
        this.next = next;
        this.registry = registry;
        List.of("sent", "expired", "discarded", "handed-over").forEach(status -> ended(status, NONE));
        FAILED.forEach(reason -> ended("failed", reason));
    }

    @Override
    public void committed(String mailbox, Mailbox state, List<MailEvent> events) {
        events.forEach(this::count);
        next.committed(mailbox, state, events);
    }

    @Override
    public void recovered(String mailbox, Mailbox state) {
        next.recovered(mailbox, state);
    }

    private void count(MailEvent event) {
        switch (event) {
            case MailEvent.MailSent _ -> count("sent", NONE);
            case MailEvent.MailFailed failed -> count("failed", Reasons.wordOf(failed.reason()));
            case MailEvent.MailExpired _ -> count("expired", NONE);
            case MailEvent.MailSuperseded superseded ->
                count("superseded", superseded.reason().name());
            case MailEvent.MailDiscarded _ -> count("discarded", NONE);
            case MailEvent.MailHandedOver _ -> count("handed-over", NONE);
            case MailEvent.MailQueued _,
                    MailEvent.MailHeld _,
                    MailEvent.RestoredMailHeld _,
                    MailEvent.MailReleased _,
                    MailEvent.MailReaddressed _,
                    MailEvent.MailAttemptBegun _,
                    MailEvent.MailDidNotLeave _,
                    MailEvent.MailAttemptFailed _,
                    MailEvent.MailRetried _,
                    MailEvent.DialInChanged _,
                    MailEvent.MailRevealed _,
                    MailEvent.MailOpened _,
                    MailEvent.SupersededMailLeft _,
                    MailEvent.UserDepartureNoted _,
                    MailEvent.UserDisablingNoted _ -> {
                // its life goes on, or was over before
            }
        }
    }

    private void count(String status, String reason) {
        ended(status, reason).increment();
    }

    private Counter ended(String status, String reason) {
        return Counter.builder("foyer.mail.ended")
                .description("Mails whose life is over, by what became of them")
                .tags("status", status, "reason", reason)
                .register(registry);
    }
}
