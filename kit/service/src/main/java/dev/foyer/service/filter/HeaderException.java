package dev.foyer.service.filter;

import java.util.Map;

/**
 * Addresses whose answers need other headers than {@link SecurityHeaders} gives to all. A bean for each.
 *
 * @param name what it is for
 * @param root the path itself and all below it
 * @param headers instead of the usual ones of the same name; an empty value: none
 */
public record HeaderException(String name, String root, Map<String, String> headers) {

    boolean concerns(String path) {
        return path.equals(root) || path.startsWith(root.endsWith("/") ? root : root + "/");
    }
}
