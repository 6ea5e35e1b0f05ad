package dev.foyer.meeting.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of addresses, such as {@code 10.0.0.0/8} or {@code fc00::/7}. Immutable. */
record Cidr(byte[] address, int bits) {

    private static final Pattern FORM = Pattern.compile("([0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/([0-9]{1,3})");
    private static final int BYTE = 8;
    private static final int UNSIGNED = 0xff;

    /** @throws IllegalArgumentException with a sentence when it is none */
    static Cidr of(String text) {
        Matcher parts = FORM.matcher(text);
        if (parts.matches()) {
            try {
                // Only literals pass the form, so nothing is asked of a name server.
                byte[] address = InetAddress.getByName(parts.group(1)).getAddress();
                int bits = Integer.parseInt(parts.group(2));
                if (bits <= address.length * BYTE) {
                    return new Cidr(address, bits);
                }
            } catch (UnknownHostException _) {
                // said below
            }
        }
        throw new IllegalArgumentException(text + " is no range of addresses such as 10.0.0.0/8 or fd00::/8.");
    }

    boolean contains(InetAddress other) {
        byte[] asked = other.getAddress();
        if (asked.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 1 << (BYTE - 1 - bit % BYTE);
            if (((asked[bit / BYTE] ^ address[bit / BYTE]) & UNSIGNED & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
