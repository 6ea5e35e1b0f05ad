package dev.foyer.pin.domain.user;

import java.util.function.BooleanSupplier;

/**
 * Whether the memory takes more: all users are in it. Asked only before it would be needed, since asking may cost.
 *
 * @param forUsers who are not there yet
 * @param toGrow for those who are: a conference, a longer profile
 */
public record Room(BooleanSupplier forUsers, BooleanSupplier toGrow) {

    /** For whoever needs no limit. */
    public static final Room ENDLESS = new Room(() -> true, () -> true);
}
