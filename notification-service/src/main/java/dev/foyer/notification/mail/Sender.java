package dev.foyer.notification.mail;

import dev.foyer.base.text.TextKind;
import dev.foyer.notification.inbound.MailSettings;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;

/** The {@code From} of a mail, as RFC 5322 writes it: one mailbox, whatever its name is. */
record Sender(String from) {

    /**
     * The tenant's own sender when it has one that can be written to, else the system's (D3).
     *
     * @param system as configured, {@code name <address>} or an address alone
     */
    static Sender of(MailSettings tenant, String system) {
        return tenant.ownSender() && TextKind.MAIL_ADDRESS.accepts(tenant.senderAddress())
                ? new Sender(mailbox(tenant.senderName(), tenant.senderAddress()))
                : system(system);
    }

    /**
     * The sender of tenants without one.
     *
     * @throws IllegalArgumentException with one sentence, when it is none
     */
    static Sender system(String configured) {
        try {
            InternetAddress[] written = InternetAddress.parse(configured, true);
            if (written.length == 1 && TextKind.MAIL_ADDRESS.accepts(written[0].getAddress())) {
                return new Sender(mailbox(written[0].getPersonal(), written[0].getAddress()));
            }
        } catch (AddressException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "quarkus.mailer.from must be one mail address, such as Foyer <no-reply@contoso.com>.");
    }

    /** What its address has behind the {@code @}; the right side of Message-IDs. */
    String domain() {
        try {
            String address = new InternetAddress(from).getAddress();
            return WireAddress.of(address).replaceFirst(".*@", "");
        } catch (AddressException | WireAddress.Unusable e) {
            throw new IllegalStateException("The sender cannot be written to");
        }
    }

    private static String mailbox(String name, String address) {
        try {
            String line =
                    name == null ? null : name.replaceAll("\\p{Cntrl}", " ").strip();
            return LiteralWords.address(address, line).toString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
