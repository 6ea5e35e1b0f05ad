package dev.foyer.pin.domain.user;

/**
 * What the administrator asks of the mail.
 *
 * @param send {@code null}: nothing is asked, the tenant's switch decides
 * @param toAddress another address for this one mail, or {@code null}; only with {@code send} true (rule D2)
 */
public record MailOptions(Boolean send, String toAddress) {

    public static final MailOptions BY_TENANT = new MailOptions(null, null);

    boolean hasAddressWithoutSend() {
        return toAddress != null && !Boolean.TRUE.equals(send);
    }
}
