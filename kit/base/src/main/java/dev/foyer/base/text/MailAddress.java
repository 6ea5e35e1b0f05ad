package dev.foyer.base.text;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.List;

/**
 * One mailbox as RFC 5322 and 6531 have it, by the mail library; without what is allowed and used by nobody: quotes, comments,
 * addresses in brackets. Letters may be of any script; whether a server takes them is seen when a mail goes out.
 */
final class MailAddress {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;

    /** What the encoding of domains that Java has (2003) makes another name of than the one in use (2008). */
    private static final String OTHERWISE_ENCODED = "\u00df\u1e9e\u03c2\u200c\u200d";

    private MailAddress() {}

    static String checked(String text) {
        String address = OneLine.typed(text, LONGEST);
        int at = address.lastIndexOf('@');
        if (!address.isEmpty()
                && (at < 0 || at > LONGEST_LOCAL || !isOneMailbox(address) || !isDomain(address.substring(at + 1)))) {
            throw new TextRefused("must be a mail address such as name@contoso.com");
        }
        return address;
    }

    private static boolean isOneMailbox(String address) {
        try {
            return address.indexOf('"') < 0
                    && new InternetAddress(address, true).getAddress().equals(address);
        } catch (AddressException e) {
            return false;
        }
    }

    private static boolean isDomain(String domain) {
        if (domain.chars().anyMatch(letter -> OTHERWISE_ENCODED.indexOf(letter) >= 0)) {
            return false;
        }
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
            List<String> labels = List.of(ascii.split("\\.", -1));
            return ascii.length() <= LONGEST_DOMAIN
                    && labels.size() > 1
                    && labels.stream().noneMatch(String::isEmpty)
                    && !labels.getLast().chars().allMatch(Character::isDigit);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
