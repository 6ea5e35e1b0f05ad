package dev.foyer.gateway.index;

/** Several users of the tenant have this name. */
public final class AmbiguousName extends RuntimeException {
    AmbiguousName() {
        super("Several users have this name", null, false, false);
    }
}
