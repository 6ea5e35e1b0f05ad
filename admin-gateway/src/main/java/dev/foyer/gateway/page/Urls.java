package dev.foyer.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;

/** Text as a part of an address. */
@TemplateExtension
final class Urls {

    private Urls() {}

    /** For a path segment and for a query's value alike. */
    static String inUrl(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
