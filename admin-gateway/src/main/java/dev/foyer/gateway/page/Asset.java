package dev.foyer.gateway.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the page, in memory as it is and as it travels.
 *
 * @param type its media type
 * @param hash of its content, for its address
 */
record Asset(String name, String type, String hash, byte[] plain, byte[] gzip) {

    private static final int HASH_CHARS = 12;

    /** @param resource where it is in the class path */
    static Asset read(String name, String type, String resource) {
        try (InputStream file = Asset.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            byte[] plain = file.readAllBytes();
            ByteArrayOutputStream small = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
                gzip.write(plain);
            }
            return new Asset(name, type, hash(plain), plain, small.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of this content and no other: it may be kept for ever. */
    String address() {
        return AssetFiles.ROOT + hash + "/" + name;
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, HASH_CHARS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
