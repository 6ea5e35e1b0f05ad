package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.as;
import static org.hamcrest.Matchers.nullValue;

import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the browser is told to show as the address while only the list changes. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class UserListAddressTest {

    @Inject
    ReadModel index;

    @BeforeEach
    void isThere() {
        Awaitility.await().until(() -> index.isCaughtUp());
    }

    /** Who has a user open and looks for somebody else still has the user open, also after a reload. */
    @Test
    void theAddressKeepsTheUserWhoIsOpenBesideTheList() {
        as("admin")
                .header("HX-Request", "true")
                .header("HX-Trigger", "search")
                .header("HX-Current-URL", "http://localhost/admin/users/p-1?q=petra")
                .get("/admin/users?q=paul")
                .then()
                .header("HX-Replace-Url", "/admin/users/p-1?q=paul");
        as("admin")
                .header("HX-Request", "true")
                .header("HX-Current-URL", "http://localhost/admin/users/p-1")
                .get("/admin/users?state=enabled")
                .then()
                .header("HX-Push-Url", "/admin/users/p-1?state=enabled");
        as("admin")
                .header("HX-Request", "true")
                .header("HX-Trigger", "search")
                .header("HX-Current-URL", "http://localhost/admin/users/p-1/../../sign-out")
                .get("/admin/users?q=paul")
                .then()
                .header("HX-Replace-Url", "/admin/users?q=paul");
        as("admin")
                .header("HX-Request", "true")
                .header("Foyer-Unasked", "true")
                .get("/admin/users?q=paul")
                .then()
                .header("HX-Push-Url", nullValue())
                .header("HX-Replace-Url", nullValue());
    }
}
