package dev.foyer.notification.contract;

import dev.foyer.notification.contract.NotificationContractTest.History;
import dev.foyer.notification.domain.DialIn;
import dev.foyer.notification.domain.HoldReason;
import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.domain.Letter;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.MailEvent.DialInChanged;
import dev.foyer.notification.domain.MailEvent.MailAttemptBegun;
import dev.foyer.notification.domain.MailEvent.MailAttemptFailed;
import dev.foyer.notification.domain.MailEvent.MailDidNotLeave;
import dev.foyer.notification.domain.MailEvent.MailDiscarded;
import dev.foyer.notification.domain.MailEvent.MailExpired;
import dev.foyer.notification.domain.MailEvent.MailFailed;
import dev.foyer.notification.domain.MailEvent.MailHandedOver;
import dev.foyer.notification.domain.MailEvent.MailHeld;
import dev.foyer.notification.domain.MailEvent.MailOpened;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailReaddressed;
import dev.foyer.notification.domain.MailEvent.MailReleased;
import dev.foyer.notification.domain.MailEvent.MailRetried;
import dev.foyer.notification.domain.MailEvent.MailRevealed;
import dev.foyer.notification.domain.MailEvent.MailSent;
import dev.foyer.notification.domain.MailEvent.MailSuperseded;
import dev.foyer.notification.domain.MailEvent.RestoredMailHeld;
import dev.foyer.notification.domain.MailEvent.SupersededMailLeft;
import dev.foyer.notification.domain.MailEvent.UserDepartureNoted;
import dev.foyer.notification.domain.MailEvent.UserDisablingNoted;
import dev.foyer.notification.domain.Reasons;
import dev.foyer.notification.domain.Recipient;
import dev.foyer.notification.domain.SealedPin;
import dev.foyer.notification.domain.SupersedeReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The short lives of mails that the complete examples show. */
final class Histories {

    private static final UUID ID = UUID.fromString("0b0f3a52-9a3c-4f3c-8d2c-5f2f0a9b6b11");
    private static final Instant MADE = Instant.parse("2026-11-22T10:15:30Z");
    private static final Instant THEN = MADE.plusSeconds(1);
    private static final Instant EXPIRY = Instant.parse("2026-11-29T10:15:30Z");
    private static final String ADDRESS = "amos.marble@contoso.com";
    private static final Letter LETTER = new Letter(
            ID,
            Kind.PIN_RESET,
            new Recipient("contoso.com", "u-17", "Amos Marble", ADDRESS, "it"),
            new DialIn("4711007", "+390212345678", "+39800123456"),
            new SealedPin(2, 4711, "digest"),
            MADE,
            12L,
            "r-1",
            null);
    private static final MailEvent QUEUED = new MailQueued(LETTER, ADDRESS, EXPIRY, THEN);
    private static final MailEvent HELD = new MailHeld(LETTER, HoldReason.AUTOMATIC_MAIL_OFF, EXPIRY, THEN);
    private static final MailEvent RELEASED = new MailReleased(ID, ADDRESS, THEN);
    private static final MailEvent REVEALED = new MailRevealed(ID, THEN);
    private static final MailEvent BUSY =
            new MailAttemptFailed(ID, "MAIL_SERVER_BUSY: 451 4.3.0 Try again later", THEN);
    private static final MailEvent BEGUN = new MailAttemptBegun(ID, THEN);
    private static final MailEvent INTERRUPTED =
            new MailAttemptFailed(ID, "INTERRUPTED (possibly delivered 1 time)", THEN);
    private static final MailEvent READDRESSED = new MailReaddressed(ID, "amos@contoso.com", THEN, 13L, THEN);
    private static final MailEvent SUPERSEDED = new MailSuperseded(ID, SupersedeReason.NEWER_PIN, THEN);

    /** It may have left, lost its address before it was tried again, and is held with the one that came later. */
    private static final List<MailEvent> INTERRUPTION = List.of(
            HELD,
            REVEALED,
            RELEASED,
            BEGUN,
            INTERRUPTED,
            new MailReaddressed(ID, null, THEN, 13L, THEN),
            new MailReaddressed(ID, ADDRESS, THEN, 14L, THEN));

    private Histories() {}

    static List<History> all() {
        return List.of(
                new History("foyer.notification.NotificationQueued.v1", List.of(QUEUED)),
                new History("foyer.notification.NotificationHeld.v1", List.of(HELD)),
                new History("foyer.notification.NotificationReleased.v1", List.of(HELD, REVEALED, RELEASED)),
                new History(
                        "foyer.notification.NotificationAttemptFailed.v1",
                        List.of(HELD, REVEALED, RELEASED, BUSY, BUSY, BUSY)),
                new History(
                        "foyer.notification.NotificationRetried.v1",
                        List.of(
                                HELD,
                                REVEALED,
                                RELEASED,
                                new MailFailed(ID, "MAIL_SERVER_REFUSED: 550", true, THEN),
                                new MailRetried(ID, THEN))),
                new History(
                        "foyer.notification.NotificationSent.v1",
                        List.of(HELD, REVEALED, RELEASED, BEGUN, INTERRUPTED, BEGUN, new MailSent(ID, THEN))),
                new History(
                        "foyer.notification.NotificationReaddressed.v1",
                        List.of(HELD, REVEALED, RELEASED, BUSY, READDRESSED)),
                new History(
                        "foyer.notification.NotificationFailed.v1",
                        List.of(
                                HELD,
                                REVEALED,
                                RELEASED,
                                new MailFailed(ID, "MAIL_SERVER_REFUSED: 550 5.1.1 No such user", true, THEN))),
                new History(
                        "foyer.notification.NotificationDiscarded.v1",
                        after(INTERRUPTION, new MailDiscarded(ID, THEN))),
                new History("foyer.notification.NotificationRevealed.v1", List.of(HELD, REVEALED)),
                new History(
                        "foyer.notification.NotificationOpened.v1",
                        List.of(HELD, REVEALED, RELEASED, new MailSent(ID, THEN), new MailOpened(ID, THEN))),
                new History(
                        "foyer.notification.NotificationHandedOver.v1",
                        after(INTERRUPTION, new MailHandedOver(ID, THEN))),
                new History(
                        "foyer.notification.NotificationExpired.v1",
                        List.of(HELD, REVEALED, new MailExpired(ID, EXPIRY.plusSeconds(1)))),
                new History(
                        "foyer.notification.NotificationSuperseded.v1",
                        List.of(HELD, REVEALED, RELEASED, BUSY, SUPERSEDED)));
    }

    /** The same types with nothing but the required fields; {@code to} is absent where the user has no address. */
    static List<History> barest() {
        MailEvent queued = new MailQueued(welcome(ADDRESS), ADDRESS, EXPIRY, THEN);
        MailEvent held = new MailHeld(welcome(ADDRESS), HoldReason.AUTOMATIC_MAIL_OFF, EXPIRY, THEN);
        MailEvent homeless = new MailHeld(welcome(null), HoldReason.NO_ADDRESS, EXPIRY, THEN);
        MailEvent unreachable = new MailAttemptFailed(ID, "MAIL_SERVER_UNREACHABLE", THEN);
        return List.of(
                new History("foyer.notification.NotificationQueued.v1", List.of(queued)),
                new History("foyer.notification.NotificationHeld.v1", List.of(homeless)),
                new History("foyer.notification.NotificationReleased.v1", List.of(held, RELEASED)),
                new History("foyer.notification.NotificationAttemptFailed.v1", List.of(queued, unreachable)),
                new History(
                        "foyer.notification.NotificationRetried.v1",
                        List.of(
                                queued,
                                new MailFailed(ID, Reasons.PIN_CANNOT_BE_OPENED, false, THEN),
                                new MailRetried(ID, THEN))),
                new History("foyer.notification.NotificationReaddressed.v1", List.of(queued, READDRESSED)),
                new History("foyer.notification.NotificationSent.v1", List.of(queued, new MailSent(ID, THEN))),
                new History(
                        "foyer.notification.NotificationFailed.v1",
                        List.of(queued, new MailFailed(ID, Reasons.HOLD_TIME_OVER, false, THEN))),
                new History(
                        "foyer.notification.NotificationDiscarded.v1", List.of(homeless, new MailDiscarded(ID, THEN))),
                new History("foyer.notification.NotificationRevealed.v1", List.of(homeless, REVEALED)),
                new History("foyer.notification.NotificationOpened.v1", List.of(queued, new MailOpened(ID, THEN))),
                new History(
                        "foyer.notification.NotificationHandedOver.v1",
                        List.of(homeless, new MailHandedOver(ID, THEN))),
                new History(
                        "foyer.notification.NotificationExpired.v1",
                        List.of(homeless, new MailExpired(ID, EXPIRY.plusSeconds(1)))),
                new History(
                        "foyer.notification.NotificationSuperseded.v1",
                        List.of(homeless, new MailSuperseded(ID, SupersedeReason.USER_DISABLED, THEN))));
    }

    private static List<MailEvent> after(List<MailEvent> before, MailEvent last) {
        return Stream.concat(before.stream(), Stream.of(last)).toList();
    }

    private static Letter welcome(String address) {
        return new Letter(
                ID,
                Kind.WELCOME,
                new Recipient("contoso.com", "u-17", "Amos Marble", address, null),
                new DialIn("4711007", null, null),
                new SealedPin(2, 4711, "digest"),
                MADE,
                1L,
                "r-1",
                null);
    }

    /** Events without an example of their own. */
    static List<MailEvent> others() {
        return List.of(
                new SupersededMailLeft(ID, THEN),
                new SupersededMailLeft(ID, "amos@contoso.com", THEN),
                new MailSent(ID, "amos@contoso.com", THEN),
                new MailDidNotLeave(ID, THEN),
                new RestoredMailHeld(ID, THEN),
                new UserDisablingNoted(MADE, 13L, THEN),
                new UserDepartureNoted(MADE, 15L, THEN),
                new MailAttemptBegun(ID, THEN),
                new DialInChanged(new DialIn("8150042", "+390212345678", null), MADE, 14L, THEN));
    }
}
