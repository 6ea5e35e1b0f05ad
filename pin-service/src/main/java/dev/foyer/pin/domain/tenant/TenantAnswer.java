package dev.foyer.pin.domain.tenant;

/** What the caller of an accepted change is told. */
public sealed interface TenantAnswer {

    /** The settings that hold now. */
    record Settings(TenantSettings settings) implements TenantAnswer {}

    /** It is there, or gone, as asked. */
    record Done() implements TenantAnswer {}
}
