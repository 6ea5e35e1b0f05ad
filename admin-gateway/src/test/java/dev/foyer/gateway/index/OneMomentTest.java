package dev.foyer.gateway.index;

import static dev.foyer.gateway.index.Fixtures.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A question about several entries is answered as of one moment, whatever is added and written meanwhile. */
@Tag("case-R12")
class OneMomentTest {

    private static final UserQuery EVERYBODY = new UserQuery(null, null, UserQuery.Order.USER_PRINCIPAL_NAME);

    private final Fixtures index = new Fixtures();

    @AfterEach
    void close() {
        index.close();
    }

    /** Two who change names in one batch, again and again, and a search now and then that has everything written: at each moment one has it. */
    @Test
    @Tag("G5")
    void aNameThatGoesFromOneToAnotherIsAlwaysSomebodys() throws Exception {
        swap(1);
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(() -> {
            int times = 0;
            for (; !over.get() || times < 1_000; times++) {
                assertTrue(index.contoso().user("n@contoso.com").isPresent(), "nobody has it");
            }
            return times;
        });
        for (int i = 2; i < 6_000 && !asked.isDone(); i++) {
            swap(i);
            if (i % 50 == 0) {
                index.contoso().users(EVERYBODY, 5, null);
            }
        }
        over.set(true);
        assertTrue(asked.get(1, TimeUnit.MINUTES) >= 1_000);
    }

    private void swap(int step) {
        index.given(named(step, "u-1", step % 2 == 0 ? "n" : "m"), named(step, "u-2", step % 2 == 0 ? "m" : "n"));
    }

    private static PublicEvent named(int step, String id, String name) {
        return event("foyer.pin.UserProvisioned.v1", step, """
                {"tenant": "contoso.com", "userId": "%s", "userPrincipalName": "%s@contoso.com"}""".formatted(id, name));
    }

    /** However long somebody takes to look, it is as of one moment. */
    @Test
    void whatChangesWhileItIsAskedIsAskedAgain() throws IOException {
        RecentEntries recent = new RecentEntries(Map.of());
        AtomicInteger times = new AtomicInteger();
        RecentEntries.View seen = recent.still(view -> {
            if (times.getAndIncrement() == 0) {
                recent.freeze();
                recent.forget();
            }
            return view;
        });
        assertEquals(2, times.get());
        assertEquals(recent.view(), seen);
    }
}
