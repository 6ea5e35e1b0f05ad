package dev.foyer.base.text;

import java.net.IDN;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A mailbox as RFC 5321 has it, without what is allowed and used by nobody: quotes, comments, addresses in brackets. Letters
 * may be of any script; whether a server takes them is seen when a mail goes out.
 */
final class MailAddress {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;

    private static final Pattern ATOM =
            Pattern.compile("(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]|[\\p{L}\\p{M}\\p{N}&&[^\\x00-\\x7f]])+");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private MailAddress() {}

    static String checked(String text) {
        String address = OneLine.typed(text, LONGEST);
        int at = address.lastIndexOf('@');
        if (!address.isEmpty()
                && (at < 0 || !isLocal(address.substring(0, at)) || !isDomain(address.substring(at + 1)))) {
            throw new TextRefused("must be a mail address such as name@contoso.com");
        }
        return address;
    }

    private static boolean isLocal(String local) {
        return local.length() <= LONGEST_LOCAL
                && Arrays.stream(local.split("\\.", -1))
                        .allMatch(part -> ATOM.matcher(part).matches());
    }

    private static boolean isDomain(String domain) {
        try {
            String[] labels = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).split("\\.", -1);
            return String.join(".", labels).length() <= LONGEST_DOMAIN
                    && labels.length > 1
                    && Arrays.stream(labels)
                            .allMatch(label -> LABEL.matcher(label).matches())
                    && !NUMBER.matcher(labels[labels.length - 1]).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
