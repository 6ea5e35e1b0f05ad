package dev.foyer.gateway.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What waits for one connection is bounded, and its reader waits for nobody. */
class SubscriptionTest {

    private static final Positions START = new Positions("t", new long[] {0});

    private final Subscription subscription = new Subscription("contoso.com", _ -> true, null, START, 2);

    @Test
    void whatIsOfferedComesInItsOrder() throws InterruptedException {
        subscription.offer(event(0));
        subscription.offer(event(1));
        assertEquals(0, subscription.next(Duration.ZERO).offset());
        assertEquals(1, subscription.next(Duration.ZERO).offset());
        assertNull(subscription.next(Duration.ofMillis(1)));
        assertFalse(subscription.isOver());
    }

    @Test
    void whoDoesNotFetchIsCutOffAndHoldsNothing() throws InterruptedException {
        subscription.offer(event(0));
        subscription.offer(event(1));
        subscription.offer(event(2));
        assertTrue(subscription.isOver());
        assertTrue(subscription.isEmpty());
        subscription.offer(event(3));
        assertNull(subscription.next(Duration.ofSeconds(30)), "returns at once");
    }

    private static StreamEvent event(long offset) {
        return new StreamEvent(
                new Said("contoso.com", "ADMITTED", "ADMITTED", "{}"), 0, offset, new Positions("t", new long[] {
                    offset + 1
                }));
    }
}
