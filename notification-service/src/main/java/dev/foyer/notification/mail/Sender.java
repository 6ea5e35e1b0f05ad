package dev.foyer.notification.mail;

import dev.foyer.notification.inbound.MailSettings;

/** The {@code From} of a mail. */
record Sender(String from) {

    /**
     * The tenant's own sender when it has one, else the system's (D3).
     *
     * @param system as configured, {@code name <address>} or an address alone
     */
    static Sender of(MailSettings tenant, String system) {
        return new Sender(
                tenant.ownSender()
                        ? "\"" + plain(tenant.senderName()) + "\" <" + tenant.senderAddress() + ">"
                        : system);
    }

    /** The address alone of a sender; for the domain of Message-IDs. */
    static String domain(String system) {
        return system.replaceFirst("(?s).*@", "").replaceFirst("[>\\s].*", "");
    }

    /** Without the characters that would end the quoted name, or the header. */
    private static String plain(String name) {
        return name.replaceAll("[\\p{Cntrl}\"\\\\<>]", " ").strip();
    }
}
