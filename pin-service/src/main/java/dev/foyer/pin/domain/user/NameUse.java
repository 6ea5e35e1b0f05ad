package dev.foyer.pin.domain.user;

/**
 * How a command comes to the name that it gives its user.
 *
 * @param epoch of the user's names, as {@link UserRefusal.UserNameNotReserved} said it; of no meaning to the first kind
 */
public record NameUse(Kind kind, long epoch) {

    /** What was asked of the register before. */
    public enum Kind {
        /** Nothing: it is the user's own name already, or this is refused with what to reserve. */
        AS_IT_IS,
        /** To reserve it, and it did. */
        RESERVED,
        /** To reserve it, but another user has it: this one waits for it, as only a directory's users do. */
        AWAITED
    }

    public static final NameUse AS_IT_IS = new NameUse(Kind.AS_IT_IS, 0);

    public static NameUse reserved(long epoch) {
        return new NameUse(Kind.RESERVED, epoch);
    }

    public static NameUse awaited(long epoch) {
        return new NameUse(Kind.AWAITED, epoch);
    }
}
