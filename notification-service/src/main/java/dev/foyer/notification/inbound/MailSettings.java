package dev.foyer.notification.inbound;

import dev.foyer.notification.domain.Kind;
import java.util.List;
import java.util.Set;

/**
 * What a tenant decides about its mails.
 *
 * @param defaultLanguage BCP 47, or {@code null}
 * @param senderAddress and {@code senderName}: the tenant's own sender; both {@code null} for the system's
 * @param pinByLinkOnly no mail may carry a PIN, only a link that shows it once ({@code pinMail}, D7)
 * @param switchedOff mails that are not wanted by themselves (D1)
 * @param about what the mails say of the tenant
 */
public record MailSettings(
        String defaultLanguage,
        String senderAddress,
        String senderName,
        boolean pinByLinkOnly,
        Set<Kind> switchedOff,
        About about) {

    /** For tenants without settings. */
    static final MailSettings DEFAULTS = new MailSettings(null, null, null, false);

    /** Of a tenant that wants every mail and says nothing of itself. */
    public MailSettings(String defaultLanguage, String senderAddress, String senderName, boolean pinByLinkOnly) {
        this(defaultLanguage, senderAddress, senderName, pinByLinkOnly, Set.of(), new About(null, null, List.of()));
    }

    /**
     * @param organization its name, or {@code null}
     * @param supportContact mail address of whom users ask, or {@code null}
     * @param numbers that its callers may dial
     */
    public record About(String organization, String supportContact, List<ServiceNumber> numbers) {}

    /**
     * @param number E.164
     * @param city for people, or {@code null}
     * @param country ISO 3166-1 alpha-2, or {@code null}
     * @param languages BCP 47, the main one first; may be empty
     */
    public record ServiceNumber(String number, String city, String country, List<String> languages) {

        /** What an older writer leaves out is empty. */
        public ServiceNumber {
            languages = languages == null ? List.of() : List.copyOf(languages);
        }
    }

    /** Whether mails go out in the tenant's own name. */
    public boolean ownSender() {
        return senderAddress != null;
    }
}
