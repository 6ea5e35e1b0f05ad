package dev.foyer.notification.inbound;

/**
 * What a tenant decides about its mails.
 *
 * @param defaultLanguage BCP 47, or {@code null}
 * @param senderAddress and {@code senderName}: the tenant's own sender; both {@code null} for the system's
 * @param pinByLinkOnly no mail may carry a PIN, only a link that shows it once ({@code pinMail}, D7)
 */
public record MailSettings(String defaultLanguage, String senderAddress, String senderName, boolean pinByLinkOnly) {

    /** For tenants without settings. */
    static final MailSettings DEFAULTS = new MailSettings(null, null, null, false);

    /** Whether mails go out in the tenant's own name. */
    public boolean ownSender() {
        return senderAddress != null;
    }
}
