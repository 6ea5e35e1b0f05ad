package dev.foyer.notification.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.foyer.base.text.TextKind;
import dev.foyer.notification.domain.Reasons;
import java.net.IDN;

/** A mail address as SMTP takes it without extensions: its domain in A-labels (RFC 5890). */
final class WireAddress {

    private WireAddress() {}

    /** Nothing can be sent to it, or from it. */
    static final class Unusable extends Exception {

        /** @param reason of {@link Reasons} */
        Unusable(String reason) {
            super(reason, null, false, false);
        }
    }

    static String of(String address) throws Unusable {
        if (!TextKind.MAIL_ADDRESS.accepts(address)) {
            throw new Unusable(Reasons.ADDRESS_IS_INVALID);
        }
        String form = TextKind.MAIL_ADDRESS.of(address);
        int at = form.lastIndexOf('@');
        String local = form.substring(0, at);
        if (!US_ASCII.newEncoder().canEncode(local)) {
            throw new Unusable(Reasons.ADDRESS_NEEDS_SMTPUTF8);
        }
        return local + "@" + IDN.toASCII(form.substring(at + 1));
    }
}
