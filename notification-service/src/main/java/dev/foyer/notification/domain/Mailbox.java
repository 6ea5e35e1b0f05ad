package dev.foyer.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The mails of one user, oldest first: all open ones, and the settled ones whose delivery could still be sent if it
 * came again. Immutable.
 *
 * @param disabledAt when the user was last disabled, or {@code null}; PINs made before are dead
 * @param disabledSequence of that event, see {@link UserMoment}
 * @param readdressed since when mails that wait go to the address that they go to, or {@code null}
 * @param left when a user of this id was last removed, while mails of theirs waited, or {@code null}
 * @param restored when mails were last held because of a restore, or {@code null}: those that are on their way since then are
 *     because somebody wants it
 */
public record Mailbox(
        List<Mail> mails,
        Instant disabledAt,
        Long disabledSequence,
        UserMoment readdressed,
        UserMoment left,
        Instant restored) {

    /** Nobody gets more PINs than this within a hold time; bounds the memory if somebody does. */
    static final int MOST_SETTLED = 100;

    private static final Duration UNDER_WAY = Duration.ofNanos(-1);

    /** Longer than a server may take to answer, and who hears it to say so. */
    static final Duration ANSWERED_WITHIN = Duration.ofMinutes(30);

    public Mailbox {
        mails = List.copyOf(mails);
    }

    /** Of a user who is there, with the address that all mails were made for. */
    public Mailbox(List<Mail> mails, Instant disabledAt, Long disabledSequence) {
        this(mails, disabledAt, disabledSequence, null, null, null);
    }

    static Mailbox empty() {
        return new Mailbox(List.of(), null, null);
    }

    public Optional<Mail> find(UUID id) {
        return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    /** What is on its way, oldest first. */
    public Stream<Mail.Outgoing> outgoing() {
        return mails.stream().filter(Mail.Outgoing.class::isInstance).map(Mail.Outgoing.class::cast);
    }

    /**
     * The one mail that a worker may send now: what is under way already, else the oldest that need not wait, else what waits
     * shortest. So a user's mails leave in their order, and one that a server does not want yet holds up none behind it.
     *
     * @param wait how long one has to wait; zero or less: it need not
     */
    public Optional<Mail.Outgoing> nextToSend(Function<Mail.Outgoing, Duration> wait) {
        return outgoing()
                .min(Comparator.comparing(mail -> mail.underWay() ? UNDER_WAY : atLeastNone(wait.apply(mail))));
    }

    private static Duration atLeastNone(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Mails that may still be sent and were made no later than this. */
    List<Mail> aliveUntil(UserMoment moment) {
        return mails.stream()
                .filter(mail -> mail.alive() && !mail.letter().made().isAfter(moment))
                .toList();
    }

    /**
     * Those of them that are of whoever the user is at that moment: what was made before another one of that id was removed is
     * theirs, and no news of later are about it (G6).
     */
    List<Mail> ofWhoeverIsThereAt(UserMoment moment) {
        return aliveUntil(moment).stream()
                .filter(mail -> !isOfSomebodyBefore(mail, moment))
                .toList();
    }

    private boolean isOfSomebodyBefore(Mail mail, UserMoment moment) {
        return left != null && moment.isAfter(left) && !mail.letter().made().isAfter(left);
    }

    /** Whether a PIN made at this moment had been replaced by a later one before its delivery came to us. */
    boolean hasNewerThan(UserMoment moment) {
        return newerThan(moment).findAny().isPresent();
    }

    /** The mails that were made after this moment, whatever has become of them. */
    Stream<Mail> newerThan(UserMoment moment) {
        return mails.stream().filter(mail -> mail.letter().made().isAfter(moment));
    }

    /** Whether a PIN made at this moment died with a disabling; of a disabling, whether it is no news. */
    boolean disabledSince(UserMoment moment) {
        return disabledAt != null && !moment.isAfter(new UserMoment(disabledAt, disabledSequence));
    }

    /** Whether an address of this moment is no news: one of then or later is known. */
    boolean readdressedSince(UserMoment moment) {
        return readdressed != null && !moment.isAfter(readdressed);
    }

    /**
     * By when it is known what became of a held mail that lost its address while a server was taking it; if nothing is said by then, who
     * would say it was killed. Empty when nothing was under way.
     */
    Optional<Instant> answeredBy(Mail held) {
        return readdressed != null && MailboxEvolution.isInDoubt(held)
                ? Optional.of(readdressed.at().plus(ANSWERED_WITHIN))
                : Optional.empty();
    }

    /** What would be sent once more though it may have left before the restore; nothing when that was looked after already. */
    List<Mail.Outgoing> toBeHeldAfterRestore(MailContext context) {
        return mayHaveLeftBefore(context.restoredAt())
                .filter(mail -> !mail.underWay())
                .toList();
    }

    /** Whether something in it is only tried to be held, because it may have left before that restore; {@code null}: there was none. */
    public boolean waitsForARestore(Instant restoredAt) {
        return mayHaveLeftBefore(restoredAt).findAny().isPresent();
    }

    private Stream<Mail.Outgoing> mayHaveLeftBefore(Instant restoredAt) {
        if (restoredAt == null || restored != null && restored.isAfter(restoredAt)) {
            return Stream.empty();
        }
        return outgoing()
                .filter(mail -> !mail.letter().createdAt().isAfter(restoredAt))
                .filter(mail -> mail.retriedAt() == null || !mail.retriedAt().isAfter(restoredAt));
    }

    Mailbox restoredAt(Instant moment) {
        return new Mailbox(mails, disabledAt, disabledSequence, readdressed, left, moment);
    }

    /** Whether a departure of this moment is no news. */
    boolean leftSince(UserMoment moment) {
        return left != null && !moment.isAfter(left);
    }

    Mailbox with(UserMoment disabled) {
        return new Mailbox(mails, disabled.at(), disabled.sequence(), readdressed, left, restored);
    }

    Mailbox leftAt(UserMoment moment) {
        return new Mailbox(mails, disabledAt, disabledSequence, readdressed, moment, restored);
    }

    Mailbox readdressedAt(UserMoment moment) {
        return new Mailbox(mails, disabledAt, disabledSequence, moment, left, restored);
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
        return with(kept);
    }

    /** What may still be sent says these numbers, unless it was made after they came, or for somebody else. */
    Mailbox with(DialIn dialIn, UserMoment since) {
        List<Mail> theirs = ofWhoeverIsThereAt(since);
        return each(mail -> theirs.contains(mail) ? mail.with(mail.letter().with(dialIn)) : mail);
    }

    Mailbox replace(Mail changed) {
        return each(mail -> mail.id().equals(changed.id()) ? changed : mail);
    }

    private Mailbox each(UnaryOperator<Mail> change) {
        return with(mails.stream().map(change).toList());
    }

    private Mailbox with(List<Mail> changed) {
        return new Mailbox(changed, disabledAt, disabledSequence, readdressed, left, restored);
    }
}
