package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.browser;
import static org.hamcrest.Matchers.nullValue;

import dev.foyer.gateway.Gateway;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Without a demo there is no phone, and no cookie signs anybody in as the bridge. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class PhonePageTest {

    @Test
    void thereIsNoneWithoutADemo() {
        browser().get("/phone").then().statusCode(404).header("Set-Cookie", nullValue());
        browser()
                .cookie("foyer-phone", "whatever")
                .get("/api/v1/bridge/calls/none")
                .then()
                .statusCode(401);
    }
}
