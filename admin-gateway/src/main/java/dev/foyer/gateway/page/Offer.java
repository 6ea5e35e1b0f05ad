package dev.foyer.gateway.page;

import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.api.ConferenceIdResource;
import dev.foyer.gateway.api.ConferencingResource;
import dev.foyer.gateway.api.MethodRoles;
import dev.foyer.gateway.index.UserEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the page offers to do with a user. Who may is not said here: it stands at the API's own methods, which also do it, so
 * that the page can offer neither more nor less. The names are keys of messages, and in lower case parts of addresses.
 */
public enum Offer {
    RESET(ConferencingResource.class, "reset", UserEntry::enabled),
    INFORM(ConferencingResource.class, "email", UserEntry::enabled),
    UNLOCK(ConferencingResource.class, "unlock", UserEntry::locked),
    LOCK(ConferencingResource.class, "lock", user -> user.enabled() && !user.locked()),
    CHANGE(ConferencingResource.class, "change", UserEntry::enabled),
    MOVE(ConferenceIdResource.class, "set", UserEntry::enabled),
    ENABLE(ConferencingResource.class, "enable", user -> !user.enabled()),
    DISABLE(ConferencingResource.class, "disable", UserEntry::enabled);

    private final MethodRoles roles;
    private final Predicate<UserEntry> fits;

    Offer(Class<?> resource, String method, Predicate<UserEntry> fits) {
        this.roles = MethodRoles.of(resource, method);
        this.fits = fits;
    }

    /** All that this account may do with this user as the user is. */
    static List<Offer> of(Account account, UserEntry user) {
        return Arrays.stream(values())
                .filter(offer -> offer.isFor(account) && offer.fits(user))
                .toList();
    }

    boolean isFor(Account account) {
        return roles.let(account);
    }

    boolean fits(UserEntry user) {
        return fits.test(user);
    }

    /** As in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Makes a PIN, which is seen once. */
    public boolean makesPin() {
        return this == RESET || this == ENABLE;
    }

    /** Which of {@code emailSwitches} decides about its mail; {@code null}: none does. */
    String mailSwitch() {
        return switch (this) {
            case RESET -> "pinReset";
            case ENABLE -> "welcome";
            default -> null;
        };
    }

    /** Tenants may want to know why (rule G3). */
    boolean wantsReason() {
        return this == RESET || this == UNLOCK || this == LOCK || this == DISABLE;
    }

    /** Takes something away that comes back to nobody. */
    public boolean takesAway() {
        return this == DISABLE;
    }

    static Optional<Offer> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
