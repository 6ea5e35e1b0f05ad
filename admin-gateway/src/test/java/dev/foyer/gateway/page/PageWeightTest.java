package dev.foyer.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser that was never here loads: little, each file compressed, and the next time nothing but the page. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class PageWeightTest {

    /** Of a page with all its files, as it goes over the wire. */
    private static final int LIMIT = 150_000;

    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

    @Inject
    ReadModel index;

    @TestHTTPResource("/")
    URI gateway;

    private String session;

    @BeforeEach
    void signIn() {
        Awaitility.await().until(index::isCaughtUp);
        session = PageRequests.signIn("admin", Gateway.PASSWORD).getCookie(PageRequests.COOKIE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/sign-in", "/admin/users", "/admin/overview", "/admin/deliveries", "/admin/bulk/new"})
    void aFirstLoadIsLight(String page) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> html = get(client, page);
            assertEquals(200, html.statusCode(), page);
            int bytes = html.body().length;
            Set<String> files = files(html);
            assertTrue(files.size() > 2, files::toString);
            for (String file : files) {
                bytes += get(client, file).body().length;
            }
            assertTrue(bytes < LIMIT, page + " weighs " + bytes + " bytes");
        }
    }

    @Test
    void filesAreCompressedAndNeverAskedForTwice() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String file : files(get(client, "/admin/users"))) {
                HttpResponse<byte[]> answer = get(client, file);
                assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse("plain"), file);
                assertTrue(
                        answer.headers().firstValue("Cache-Control").orElse("").contains("immutable"), file);
            }
        }
    }

    private static Set<String> files(HttpResponse<byte[]> page) {
        return FILE
                .matcher(new String(page.body(), StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private HttpResponse<byte[]> get(HttpClient client, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Accept-Encoding", "gzip")
                .header("Cookie", PageRequests.COOKIE + "=" + session)
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
