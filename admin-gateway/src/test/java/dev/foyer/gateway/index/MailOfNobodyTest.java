package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A record of a mail that does not say whose it is stopped the whole index, and with it the copies for all tenants. */
class MailOfNobodyTest {

    @Test
    @Tag("case-T3")
    void itStopsNobody() {
        try (Fixtures index = new Fixtures()) {
            index.given(
                    "foyer.notification.NotificationHeld.v1",
                    "{\"tenant\": \"contoso.com\", \"notificationId\": \"n-1\", \"status\": \"HELD\"}");
            index.given(
                    "foyer.pin.UserProvisioned.v1",
                    "{\"tenant\": \"contoso.com\", \"userId\": \"u-1\", \"displayName\": \"Amos\"}");
            assertTrue(index.contoso().user("u-1").isPresent());
            UserQuery everybody = new UserQuery(null, null, UserQuery.Order.DISPLAY_NAME);
            assertEquals(1, index.contoso().users(everybody, 10, null).total());
        }
    }
}
