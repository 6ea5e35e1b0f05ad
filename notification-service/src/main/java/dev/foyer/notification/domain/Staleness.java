package dev.foyer.notification.domain;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a mail says what does not hold any more, by the user's own sequence alone. Which kinds supersede which is here and
 * nowhere else.
 */
final class Staleness {

    private static final Set<Kind> PINS = Set.of(Kind.WELCOME, Kind.PIN_RESET);

    private Staleness() {}

    /** Why this letter is stale, by what the mailbox knows. */
    static Optional<SupersedeReason> of(Mailbox mailbox, Letter letter) {
        UserMoment made = letter.made();
        if (letter.kind() != Kind.TURNED_OFF && mailbox.disabledSince(made)) {
            return Optional.of(SupersedeReason.USER_DISABLED);
        }
        return mailbox.newerThan(made)
                .flatMap(mail -> reason(mail.letter(), letter).stream())
                .findFirst();
    }

    /** Why the first supersedes the second, which is older; empty when it does not. */
    static Optional<SupersedeReason> reason(Letter newer, Letter older) {
        boolean otherMeeting = newer.kind().ofOneMeeting()
                && older.kind().ofOneMeeting()
                && !Objects.equals(newer.dialIn().conferenceId(), older.dialIn().conferenceId());
        return otherMeeting ? Optional.empty() : reason(newer.kind(), older.kind());
    }

    private static Optional<SupersedeReason> reason(Kind newer, Kind older) {
        return switch (newer) {
            case WELCOME -> older == Kind.TURNED_OFF ? Optional.of(SupersedeReason.USER_ENABLED) : pin(older);
            case PIN_RESET -> pin(older);
            case INFORMATION_CHANGED, PIN_LOCKED, SOMEBODY_WAITS ->
                older == newer ? Optional.of(SupersedeReason.NEWER_INFORMATION) : Optional.empty();
            case TURNED_OFF -> Optional.of(SupersedeReason.USER_DISABLED);
            case CONFERENCE_INFORMATION -> Optional.empty();
        };
    }

    /** A new PIN also ends a lock. */
    private static Optional<SupersedeReason> pin(Kind older) {
        return PINS.contains(older) || older == Kind.PIN_LOCKED
                ? Optional.of(SupersedeReason.NEWER_PIN)
                : Optional.empty();
    }
}
