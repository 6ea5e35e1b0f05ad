package dev.foyer.notification.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the view-once link of a mail is good for (D7). */
public sealed interface LinkState {

    /** It shows the PIN of this mail, once. */
    record Ready(Mail mail) implements LinkState {}

    /** It showed the PIN then. */
    record Used(Instant at) implements LinkState {}

    /** It shows nothing, and nobody is told why. */
    record Dead() implements LinkState {}

    /** As long as the mail may be sent; of a PIN that holds; of a mail that left, or of which nobody can say that it did not. */
    static LinkState of(Mailbox mailbox, UUID mail, Instant now) {
        Optional<Mail> known = mailbox.find(mail).filter(one -> one.hasPin() && !one.expired(now));
        return known.map(one -> of(mailbox, one)).orElseGet(Dead::new);
    }

    private static LinkState of(Mailbox mailbox, Mail mail) {
        return switch (mail) {
            case Mail.Settled settled when settled.openedAt() != null -> new Used(settled.openedAt());
            case Mail _ when Staleness.of(mailbox, mail.letter()).isPresent() -> new Dead();
            case Mail.Outgoing outgoing -> new Ready(outgoing);
            case Mail.Settled settled
            when settled.outcome() == Outcome.SENT || settled.outcome() == Outcome.FAILED -> new Ready(settled);
            case Mail.Held _, Mail.Settled _ -> new Dead();
        };
    }
}
