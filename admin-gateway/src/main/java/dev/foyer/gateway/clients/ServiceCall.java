package dev.foyer.gateway.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One request to a service. May carry a PIN, so it has no text form.
 *
 * @param path percent-encoded, below the tenant; made by {@link #path}
 * @param body written as JSON; {@code null}: none
 */
public record ServiceCall(String method, String path, Object body) {

    public static ServiceCall get(String path) {
        return new ServiceCall("GET", path, null);
    }

    public static ServiceCall post(String path, Object body) {
        return new ServiceCall("POST", path, body);
    }

    public static ServiceCall put(String path, Object body) {
        return new ServiceCall("PUT", path, body);
    }

    public static ServiceCall patch(String path, Object body) {
        return new ServiceCall("PATCH", path, body);
    }

    public static ServiceCall delete(String path) {
        return new ServiceCall("DELETE", path, null);
    }

    /** Joins segments, each encoded, so that no value can become another path. */
    public static String path(String... segments) {
        return Arrays.stream(segments)
                .map(one -> "/" + URLEncoder.encode(one, UTF_8).replace("+", "%20"))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
