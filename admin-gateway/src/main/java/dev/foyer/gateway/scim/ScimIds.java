package dev.foyer.gateway.scim;

import java.nio.charset.StandardCharsets;

/** Ids as they stand in a path. */
final class ScimIds {

    private ScimIds() {}

    /** In letters that no path of the library's own ends in: it tells what a path means by that. */
    static String inPath(String id) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : id.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format("%%%02X", one));
        }
        return encoded.toString();
    }
}
