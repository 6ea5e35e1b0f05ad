package dev.foyer.notification.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The mails of one user, oldest first: all open ones, and the settled ones whose delivery could still be sent if it
 * came again. Immutable.
 *
 * @param disabledAt when the user was last disabled, or {@code null}; PINs made before are dead
 * @param disabledSequence of that event, see {@link UserMoment}
 */
public record Mailbox(List<Mail> mails, Instant disabledAt, Long disabledSequence) {

    /** Nobody gets more PINs than this within a hold time; bounds the memory if somebody does. */
    static final int MOST_SETTLED = 100;

    public Mailbox {
        mails = List.copyOf(mails);
    }

    static Mailbox empty() {
        return new Mailbox(List.of(), null, null);
    }

    public Optional<Mail> find(UUID id) {
        return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    /** The one mail that a worker may send now; those behind it wait, so that a user's mails keep their order. */
    public Optional<Mail.Outgoing> nextToSend() {
        return mails.stream()
                .filter(Mail.Outgoing.class::isInstance)
                .map(Mail.Outgoing.class::cast)
                .findFirst();
    }

    /** Mails that may still be sent and were made no later than this. */
    List<Mail> aliveUntil(UserMoment moment) {
        return mails.stream()
                .filter(mail -> mail.alive() && !mail.letter().made().isAfter(moment))
                .toList();
    }

    /** Whether a PIN made at this moment had been replaced by a later one before its delivery came to us. */
    boolean hasNewerThan(UserMoment moment) {
        return mails.stream().anyMatch(mail -> mail.letter().made().isAfter(moment));
    }

    /** Whether a mail of one of these kinds was made after this moment. */
    boolean hasNewerThan(UserMoment moment, Set<Kind> kinds) {
        return mails.stream()
                .anyMatch(mail -> kinds.contains(mail.letter().kind())
                        && mail.letter().made().isAfter(moment));
    }

    /** Whether a PIN made at this moment died with a disabling; of a disabling, whether it is no news. */
    boolean disabledSince(UserMoment moment) {
        return disabledAt != null && !moment.isAfter(new UserMoment(disabledAt, disabledSequence));
    }

    Mailbox with(UserMoment disabled) {
        return new Mailbox(mails, disabled.at(), disabled.sequence());
    }

    /** Adds a mail, and forgets settled ones that are too old or too many to matter. */
    Mailbox with(Mail added, Instant now) {
        List<Mail> kept = new ArrayList<>(mails);
        kept.removeIf(mail -> !mail.open() && mail.expired(now));
        long surplus = kept.stream().filter(mail -> !mail.open()).count() - MOST_SETTLED;
        for (int i = 0; surplus > 0 && i < kept.size(); ) {
            if (kept.get(i).open()) {
                i++;
            } else {
                kept.remove(i);
                surplus--;
            }
        }
        kept.add(added);
        return new Mailbox(kept, disabledAt, disabledSequence);
    }

    /** What may still be sent says these numbers, unless it was made after they came. */
    Mailbox with(DialIn dialIn, UserMoment since) {
        return new Mailbox(
                mails.stream()
                        .map(mail -> mail.alive() && !mail.letter().made().isAfter(since)
                                ? mail.with(mail.letter().with(dialIn))
                                : mail)
                        .toList(),
                disabledAt,
                disabledSequence);
    }

    Mailbox replace(Mail changed) {
        return new Mailbox(
                mails.stream()
                        .map(mail -> mail.id().equals(changed.id()) ? changed : mail)
                        .toList(),
                disabledAt,
                disabledSequence);
    }
}
