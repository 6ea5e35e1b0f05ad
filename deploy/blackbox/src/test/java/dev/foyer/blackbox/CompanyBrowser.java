package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps cookies and follows redirects, between the page and a company's own sign-in. */
final class CompanyBrowser implements AutoCloseable {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\".*?</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private final URI page;
    private URI shown;
    private final CookieManager cookies = new LikeBrowsers();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();

    /** Keycloak's cookies are {@code Secure} here, too: browsers trust this machine without TLS. */
    private static final class LikeBrowsers extends CookieManager {

        private LikeBrowsers() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> trusted = new HashMap<>(headers);
            trusted.replaceAll((_, values) -> values.stream()
                    .map(value -> value.replaceAll("(?i);\\s*secure(?=;|$)", ""))
                    .toList());
            super.put(from, trusted);
        }
    }

    CompanyBrowser(URI page) {
        this.page = page;
        this.shown = page;
    }

    String open(String path) throws IOException, InterruptedException {
        return open(page.resolve(path));
    }

    String open(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).GET().build());
    }

    /** Fills in Keycloak's form. */
    String signIn(String form, String user, String password) throws IOException, InterruptedException {
        return submit(form, Map.of("username", user, "password", password));
    }

    /** The only form of what is shown, as it is, with these fields. */
    String submit(String html, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher form = FORM.matcher(html);
        if (!form.find()) {
            throw new IllegalStateException("No form: " + html);
        }
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(form.group());
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        all.putAll(fields);
        return send(HttpRequest.newBuilder(shown.resolve(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(all)))
                .build());
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** As a thief would copy them. */
    String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> !cookie.getPath().startsWith("/realms"))
                .map(HttpCookie::toString)
                .map(cookie -> cookie.replace("\"", ""))
                .collect(Collectors.joining("; "));
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        shown = answer.uri();
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
