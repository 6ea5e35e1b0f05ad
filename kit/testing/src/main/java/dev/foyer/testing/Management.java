package dev.foyer.testing;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;

/** The management port of the service under test: health, metrics, and what the services say of their own API. */
public final class Management {

    private Management() {}

    /** On loopback. */
    public static int port() {
        return URI.create(TestHTTPResourceManager.getManagementUri()).getPort();
    }

    /** @param path from the root, such as {@code /q/health/ready} */
    public static Response get(String path) {
        return RestAssured.get(
                URI.create(TestHTTPResourceManager.getManagementUri()).resolve(path));
    }
}
