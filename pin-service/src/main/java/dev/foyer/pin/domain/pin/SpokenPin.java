package dev.foyer.pin.domain.pin;

/**
 * A PIN that somebody said on the telephone, as it travels between processes: sealed by the gateway to this service, for
 * one verification. A JWE in compact serialization.
 */
public record SpokenPin(String jwe) {

    @Override
    public String toString() {
        return "SpokenPin[]";
    }
}
