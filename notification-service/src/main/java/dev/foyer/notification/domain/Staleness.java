package dev.foyer.notification.domain;

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
        return Set.of(Kind.values()).stream()
                .filter(kind -> mailbox.hasNewerThan(made, Set.of(kind)))
                .flatMap(kind -> reason(kind, letter.kind()).stream())
                .findFirst();
    }

    /** Why a mail of the first kind supersedes an older one of the second; empty when it does not. */
    static Optional<SupersedeReason> reason(Kind newer, Kind older) {
        return switch (newer) {
            case WELCOME -> older == Kind.TURNED_OFF ? Optional.of(SupersedeReason.USER_ENABLED) : pin(older);
            case PIN_RESET -> pin(older);
            case INFORMATION_CHANGED, PIN_LOCKED ->
                older == newer ? Optional.of(SupersedeReason.NEWER_INFORMATION) : Optional.empty();
            case TURNED_OFF -> Optional.of(SupersedeReason.USER_DISABLED);
            case CONFERENCE_INFORMATION, SOMEBODY_WAITS -> Optional.empty();
        };
    }

    /** A new PIN also ends a lock. */
    private static Optional<SupersedeReason> pin(Kind older) {
        return PINS.contains(older) || older == Kind.PIN_LOCKED
                ? Optional.of(SupersedeReason.NEWER_PIN)
                : Optional.empty();
    }
}
