package dev.foyer.base.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a text in PEM (RFC 7468). Messages never quote the text: it holds keys. */
final class Pem {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

    private Pem() {}

    /** In the order of the text; throws {@link IllegalStateException} with one sentence that begins with the origin. */
    static List<X509Certificate> certificates(String text, String origin) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (byte[] der : blocks(text, "CERTIFICATE")) {
                found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw new IllegalStateException(origin + " holds a certificate that cannot be read.");
        }
        if (found.isEmpty()) {
            throw new IllegalStateException(origin + " holds no certificate in PEM.");
        }
        return List.copyOf(found);
    }

    /** The PKCS#8 encoding of the one key. */
    static byte[] key(String text, String origin) {
        List<byte[]> keys;
        try {
            keys = blocks(text, "PRIVATE KEY");
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(origin + " holds a private key that cannot be read.");
        }
        if (keys.size() != 1) {
            throw new IllegalStateException(origin
                    + " must hold exactly one private key, not encrypted, as PKCS#8 in PEM (BEGIN PRIVATE KEY).");
        }
        return keys.getFirst();
    }

    private static List<byte[]> blocks(String text, String label) {
        List<byte[]> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals(label)) {
                found.add(Base64.getMimeDecoder().decode(block.group(2).getBytes(US_ASCII)));
            }
        }
        return found;
    }
}
