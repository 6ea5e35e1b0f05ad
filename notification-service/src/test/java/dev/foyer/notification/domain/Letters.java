package dev.foyer.notification.domain;

import dev.foyer.eventsourcing.testing.DeciderTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Letters, mail options and moments for tests. */
public final class Letters {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final Duration HOLD_TIME = Duration.ofDays(7);
    public static final String ADDRESS = "amos.marble@contoso.com";
    public static final MailOptions AUTOMATIC = new MailOptions(true, null, null);
    public static final MailOptions SWITCHED_OFF = new MailOptions(false, null, null);

    private Letters() {}

    public static UUID id(int number) {
        return new UUID(0, number);
    }

    /** The number gives the id, the place in the user's sequence, and the minute after noon at which its PIN was made. */
    public static Letter letter(int number) {
        return letter(number, ADDRESS);
    }

    public static Letter letter(int number, String address) {
        return new Letter(
                id(number),
                Kind.PIN_RESET,
                new Recipient("contoso.com", "u-17", "Amos Marble", address, "it"),
                new DialIn("4711007", "+390212345678", null),
                new SealedPin(1, number, "digest"),
                madeAt(number),
                (long) number,
                "request-" + number,
                null);
    }

    /** Of any kind; those without a PIN have none, and a lock tells of one. */
    static Letter letterOf(Kind kind, int number) {
        Letter pin = letter(number);
        return new Letter(
                pin.id(),
                kind,
                pin.recipient(),
                pin.dialIn(),
                kind.hasPin() ? pin.sealedPin() : null,
                pin.createdAt(),
                pin.sequence(),
                pin.correlationId(),
                null,
                kind == Kind.PIN_LOCKED ? new PinLock(madeAt(number), null) : null,
                kind == Kind.SOMEBODY_WAITS ? new WaitingCallers(madeAt(number), 2) : null);
    }

    /** It waits for a server. */
    static MailEvent.MailQueued queued(int number, Kind kind) {
        Letter letter = letterOf(kind, number);
        return new MailEvent.MailQueued(letter, ADDRESS, letter.expiresAt(HOLD_TIME), NOON);
    }

    /** The same with a PIN that was made at this moment. */
    static Letter made(Letter letter, UserMoment moment) {
        return new Letter(
                letter.id(),
                letter.kind(),
                letter.recipient(),
                letter.dialIn(),
                letter.sealedPin(),
                moment.at(),
                moment.sequence(),
                letter.correlationId(),
                letter.pinShown());
    }

    /** The same with a PIN that an administrator has seen. */
    static Letter seen(Letter letter) {
        return new Letter(
                letter.id(),
                letter.kind(),
                letter.recipient(),
                letter.dialIn(),
                letter.sealedPin(),
                letter.createdAt(),
                letter.sequence(),
                letter.correlationId(),
                true);
    }

    public static Instant madeAt(int number) {
        return NOON.plus(Duration.ofMinutes(number));
    }

    /** The same number in the user's sequence. */
    static UserMoment moment(int number) {
        return new UserMoment(madeAt(number), (long) number);
    }

    public static Instant expiry(int number) {
        return madeAt(number).plus(HOLD_TIME);
    }

    public static MailContext at(Instant now) {
        return new MailContext(now, HOLD_TIME);
    }

    static MailContext noon() {
        return at(NOON);
    }

    public static MailEvent.MailQueued queued(int number) {
        return new MailEvent.MailQueued(letter(number), ADDRESS, expiry(number), NOON);
    }

    static MailEvent.MailHeld held(int number) {
        return new MailEvent.MailHeld(letter(number), HoldReason.AUTOMATIC_MAIL_OFF, expiry(number), NOON);
    }

    static MailEvent.MailReleased released(int number) {
        return new MailEvent.MailReleased(id(number), ADDRESS, NOON);
    }

    /** To this address, with that place in the user's sequence. */
    static MailEvent.MailReaddressed readdressed(int number, String address, int sequence) {
        return new MailEvent.MailReaddressed(id(number), address, madeAt(sequence), (long) sequence, NOON);
    }

    static MailEvent.MailAttemptBegun begun(int number) {
        return new MailEvent.MailAttemptBegun(id(number), NOON);
    }

    static MailEvent.MailRevealed revealed(int number) {
        return new MailEvent.MailRevealed(id(number), NOON);
    }

    /** Its time ran out on the way. */
    static MailEvent.MailFailed tooLate(int number) {
        return new MailEvent.MailFailed(id(number), Reasons.HOLD_TIME_OVER, false, expiry(number));
    }

    static MailEvent.MailExpired expired(int number) {
        return new MailEvent.MailExpired(id(number), expiry(number));
    }

    static MailEvent.MailSuperseded superseded(int number, SupersedeReason reason) {
        return new MailEvent.MailSuperseded(id(number), reason, NOON);
    }

    static DeciderTester<Mailbox, MailCommand, MailEvent, MailRefusal, MailAnswer, MailContext> given(
            MailEvent... history) {
        return DeciderTester.given(new MailboxDecider(), List.of(history));
    }
}
