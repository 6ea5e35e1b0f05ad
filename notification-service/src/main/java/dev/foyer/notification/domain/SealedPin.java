package dev.foyer.notification.domain;

/**
 * Where in {@code pin.deliveries} the sealed PIN of a mail lies. Only this pointer is ever kept: the journal is for
 * ever, the deliveries forget after the hold time, and so does everybody.
 *
 * @param digest SHA-256 of the sealed PIN, base64url, from a delivery whose signature was checked. Nothing else that lies
 *     there is ever opened, and it only opens for this mail. {@code null} in journals before 0.3, whose deliveries
 *     were neither signed nor bound: only what our own journal says was queued then is opened in the old way
 */
public record SealedPin(int partition, long offset, String digest) {

    /** Sealed for one mail to one user. */
    public boolean bound() {
        return digest != null;
    }
}
