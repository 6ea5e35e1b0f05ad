package dev.foyer.gateway.page;

/**
 * The chosen mail with what may be done.
 *
 * @param ask the list beside it
 * @param acts the account's role allows sending, handing over, trying again
 * @param admin the account's role allows discarding and revealing
 * @param why what is asked about the reason before a PIN is revealed
 * @param address another one as it was typed, when it was refused; or {@code null}
 * @param fresh the PIN that was just revealed, or {@code null}
 * @param done what was just done, or {@code null}
 * @param refusal why it could not be done, or {@code null}
 */
record DeliveryPane(
        DeliveryRow row,
        DeliveryAsk ask,
        boolean acts,
        boolean admin,
        Why why,
        String address,
        PinDigits fresh,
        DeliveryAction done,
        String refusal) {

    DeliveryPane with(PinDigits pin) {
        return new DeliveryPane(row, ask, acts, admin, why, null, pin, null, null);
    }

    DeliveryPane after(DeliveryAction action) {
        return new DeliveryPane(row, ask, acts, admin, why, null, null, action, null);
    }

    DeliveryPane refused(String said) {
        return new DeliveryPane(row, ask, acts, admin, why, null, null, null, said);
    }

    /** With that as the reason. @param reason or {@code null} */
    DeliveryPane typed(String reason) {
        return new DeliveryPane(row, ask, acts, admin, why.typed(reason), address, fresh, done, refusal);
    }

    /** With that as the other address. @param other or {@code null} */
    DeliveryPane addressed(String other) {
        return new DeliveryPane(row, ask, acts, admin, why, other, fresh, done, refusal);
    }
}
