package dev.foyer.gateway.page;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Gateway;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests of the page, as a browser sends them; follows no redirect. */
final class PageRequests {

    static final String COOKIE = "foyer-session";

    private PageRequests() {}

    static RequestSpecification browser() {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }

    static Response signIn(String account, String password) {
        return browser()
                .formParam("name", account)
                .formParam("password", password)
                .post("/admin/sign-in/check");
    }

    /** What a hidden field of a form has. */
    static String hidden(String page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertTrue(found.find(), name);
        return found.group(1);
    }

    static RequestSpecification as(String account) {
        return browser().cookie(COOKIE, signIn(account, Gateway.PASSWORD).getCookie(COOKIE));
    }
}
