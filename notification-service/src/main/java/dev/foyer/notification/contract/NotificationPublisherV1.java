package dev.foyer.notification.contract;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.Mailbox;
import java.util.List;
import java.util.UUID;

/** Domain event to public event: which mail it was, and its ledger entry as it is now. */
public final class NotificationPublisherV1 implements Publisher<Mailbox, MailEvent, MailAnswer> {

    /** Keyed {@code tenant/userId}, which is also the mailbox's id and the subject. */
    public static final String TOPIC = "notification.events";

    @Override
    public List<PublicRecord> publish(Fact<Mailbox, MailEvent, MailAnswer> fact) {
        return PublicType.of(fact.event(), fact.after())
                .map(type -> List.of(record(type, fact)))
                .orElse(List.of());
    }

    private static PublicRecord record(PublicType type, Fact<Mailbox, MailEvent, MailAnswer> fact) {
        Mail mail = fact.after().find(mailOf(fact.event())).orElseThrow();
        return new PublicRecord(
                TOPIC,
                fact.aggregateId(),
                type.type(),
                fact.aggregateId(),
                mail.letter().recipient().tenant(),
                LedgerEntry.of(mail, fact.event().at()));
    }

    private static UUID mailOf(MailEvent event) {
        return switch (event) {
            case MailEvent.MailQueued queued -> queued.letter().id();
            case MailEvent.MailHeld held -> held.letter().id();
            case MailEvent.RestoredMailHeld held -> held.id();
            case MailEvent.MailReleased released -> released.id();
            case MailEvent.MailRetried retried -> retried.id();
            case MailEvent.MailReaddressed changed -> changed.id();
            case MailEvent.MailDidNotLeave stayed -> stayed.id();
            case MailEvent.MailSent sent -> sent.id();
            case MailEvent.MailAttemptFailed failed -> failed.id();
            case MailEvent.MailFailed failed -> failed.id();
            case MailEvent.MailDiscarded discarded -> discarded.id();
            case MailEvent.MailRevealed revealed -> revealed.id();
            case MailEvent.MailOpened opened -> opened.id();
            case MailEvent.MailHandedOver handed -> handed.id();
            case MailEvent.MailSuperseded superseded -> superseded.id();
            case MailEvent.SupersededMailLeft left -> left.id();
            case MailEvent.MailExpired expired -> expired.id();
            case MailEvent.UserDisablingNoted _,
                    MailEvent.UserDepartureNoted _,
                    MailEvent.DialInChanged _,
                    MailEvent.MailAttemptBegun _ -> throw new IllegalStateException("Not public");
        };
    }
}
