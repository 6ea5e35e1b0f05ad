package dev.foyer.gateway.index;

/** Several users of the tenant are called so, by name or by id. */
public final class AmbiguousName extends RuntimeException {
    AmbiguousName() {
        super("Several users are called so", null, false, false);
    }
}
