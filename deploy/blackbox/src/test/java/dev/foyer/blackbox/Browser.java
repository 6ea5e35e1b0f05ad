package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests of the page, as a browser sends them or somebody who stole its cookies; follows no redirect. */
final class Browser implements AutoCloseable {

    private final URI page;
    private final HttpClient http;

    /** @param from an address of this machine, such as 127.0.0.66: counts as another caller */
    Browser(String page, String from) throws IOException {
        this.page = URI.create(page);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(from))
                .build();
    }

    /** What the gateway answers to the form. */
    HttpResponse<String> signIn(String name, String password) {
        return post("/admin/sign-in/check", "", Map.of("name", name, "password", password));
    }

    /** For the header {@code Cookie}, after a sign-in. */
    static String cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .filter(cookie -> !cookie.endsWith("="))
                .collect(Collectors.joining("; "));
    }

    HttpResponse<String> get(String path, String cookies) {
        return send(request(path, cookies).GET());
    }

    HttpResponse<String> post(String path, String cookies, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** With name and password, by HTTP Basic. */
    HttpResponse<String> api(String path, String authorization) {
        return send(HttpRequest.newBuilder(page.resolve(path))
                .header("Authorization", authorization)
                .GET());
    }

    private HttpRequest.Builder request(String path, String cookies) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(page.resolve(path)).header("Sec-Fetch-Site", "same-origin");
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
