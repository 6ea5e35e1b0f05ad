package dev.foyer.ctl.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** A list of the API, page after page: one page is in memory at a time. */
public final class Pages {

    private static final int MOST = 200;

    private Pages() {}

    /**
     * Hands on each item until there are no more, or nobody wants more.
     *
     * @param total told how many match, before the first
     * @param goOn says after each whether another one is wanted
     */
    public static void each(
            Gateway gateway, String path, Map<String, String> query, LongConsumer total, Predicate<JsonNode> goOn) {
        StringBuilder first = new StringBuilder(path + "?limit=" + MOST);
        query.forEach(
                (name, value) -> first.append('&').append(name).append('=').append(encoded(value)));
        String cursor = "";
        do {
            JsonNode page = gateway.get(first + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor)));
            if (cursor.isEmpty()) {
                total.accept(page.path("total").asLong(-1));
            }
            for (JsonNode item : page.path("items")) {
                if (!goOn.test(item)) {
                    return;
                }
            }
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty());
    }

    /** For a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** For one segment of a path. */
    public static String segment(String value) {
        return encoded(value).replace("+", "%20");
    }
}
