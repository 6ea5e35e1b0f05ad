package dev.foyer.pin.domain.tenant;

import dev.foyer.pin.domain.pin.PinPolicy;

/**
 * How PINs of a tenant are made, guarded and handed over (rules A1, A2, A3, B2, D7).
 *
 * @param pinLength digits of later PINs, 4 to 12
 * @param phoneSafePins no leading 0, no doubled neighbouring digit
 * @param maximumLogonAttempts replaces the 10 or 25 failures of rule B2, 1 to 99; {@code null}: it does not
 */
public record PinSettings(
        int pinLength,
        boolean phoneSafePins,
        Integer maximumLogonAttempts,
        boolean administratorsMayResetOwnPin,
        PinMail pinMail) {

    static final PinSettings DEFAULT = new PinSettings(5, false, null, false, PinMail.CLEAR);

    /** How a new PIN goes by mail (rule D7). */
    public enum PinMail {
        CLEAR,
        VIEW_ONCE_LINK
    }

    /** What journals before 0.2 do not have is as it is by default. */
    public PinSettings {
        pinMail = pinMail == null ? PinMail.CLEAR : pinMail;
    }

    public PinPolicy policy() {
        return new PinPolicy(pinLength, phoneSafePins);
    }
}
