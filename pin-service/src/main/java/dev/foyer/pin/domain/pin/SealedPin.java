package dev.foyer.pin.domain.pin;

/** A PIN that only notification-service can read: a JWE in compact serialization. Never journalled. */
public record SealedPin(String jwe) {

    @Override
    public String toString() {
        return "SealedPin[]";
    }
}
