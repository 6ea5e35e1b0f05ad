package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.as;
import static dev.foyer.gateway.page.PageRequests.browser;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
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

/** What a browser loads: little, each file compressed and kept for ever, nothing from elsewhere, in the language that one reads. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class PageFilesTest {

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
    @ValueSource(
            strings = {"/admin/sign-in", "/admin/users", "/admin/overview", "/admin/deliveries", "/admin/bulk/new"})
    void aFirstLoadIsLight(String page) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> html = get(client, page);
            assertEquals(200, html.statusCode(), page);
            int bytes = html.body().length;
            Set<String> files = files(new String(html.body(), StandardCharsets.UTF_8));
            assertTrue(files.size() > 2, files::toString);
            for (String file : files) {
                bytes += get(client, file).body().length;
            }
            assertTrue(bytes < LIMIT, page + " weighs " + bytes + " bytes");
        }
    }

    @Test
    void nothingFromElsewhereRunsInThePage() {
        as("admin")
                .get("/admin/users")
                .then()
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", notNullValue())
                .body(not(containsString("<style")))
                .body(not(containsString(" style=")))
                .body(not(containsString("onclick")));
    }

    /** An address is of one content, so that nobody asks twice; of another version of ours there is what there is now. */
    @Test
    void itsFilesTravelSmallAndAreKeptForEver() {
        Set<String> files = files(as("admin").get("/admin/users").asString());
        assertTrue(files.size() >= 6, files::toString);
        for (String file : files) {
            given().urlEncodingEnabled(false)
                    .header("Accept-Encoding", "gzip")
                    .get(file)
                    .then()
                    .statusCode(200)
                    .header("Content-Encoding", "gzip")
                    .header("Cache-Control", containsString("immutable"));
            given().get(file.replaceAll("/assets/[^/]+/", "/assets/of-before/"))
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-cache");
        }
        given().get("/assets/of-before/nothing.css").then().statusCode(404);
    }

    @Test
    void itSpeaksTheLanguageOfTheBrowserOrTheOneThatWasChosen() {
        as("admin")
                .header("Accept-Language", "it-CH, en;q=0.5")
                .get("/admin/users")
                .then()
                .body(containsString("<html lang=\"it\""))
                .body(containsString("Utenti telefonici"));
        as("admin")
                .header("Accept-Language", "it")
                .cookie("foyer-language", "en")
                .cookie("foyer-theme", "DARK")
                .get("/admin/users")
                .then()
                .body(containsString("<html lang=\"en\" data-theme=\"DARK\""));
        as("admin")
                .cookie("foyer-language", "<script>")
                .cookie("foyer-theme", "PINK")
                .get("/admin/users")
                .then()
                .body(containsString("<html lang=\"en\" data-theme=\"AUTO\""));
        browser()
                .formParam("language", "it")
                .formParam("theme", "DARK")
                .formParam("back", "/admin/users?q=a")
                .post("/admin/look")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/admin/users?q=a"))
                .cookie("foyer-language", "it")
                .cookie("foyer-theme", "DARK");
        browser()
                .formParam("keys", "off")
                .post("/admin/look")
                .then()
                .statusCode(303)
                .cookie("foyer-keys", "off");
        browser().formParam("keys", "off", "on").post("/admin/look").then().cookie("foyer-keys", "on");
        as("admin").get("/admin/users").then().body(containsString("aria-keyshortcuts=\"/\""));
        as("admin")
                .cookie("foyer-keys", "off")
                .get("/admin/users")
                .then()
                .body(containsString("data-keys=\"off\""))
                .body(not(containsString("aria-keyshortcuts")));
        browser()
                .formParam("language", "xx")
                .formParam("keys", "loud")
                .formParam("theme", "PINK")
                .formParam("back", "https://evil.example/")
                .post("/admin/look")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/admin/users"))
                .header("Set-Cookie", nullValue());
    }

    private static Set<String> files(String page) {
        return FILE.matcher(page).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private HttpResponse<byte[]> get(HttpClient client, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Accept-Encoding", "gzip")
                .header("Cookie", PageRequests.COOKIE + "=" + session)
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
