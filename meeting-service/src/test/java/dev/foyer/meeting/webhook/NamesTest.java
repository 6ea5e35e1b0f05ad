package dev.foyer.meeting.webhook;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A tenant whose names lead to dead name servers holds up nobody else. */
@Tag("H2")
class NamesTest {

    /** Somebody who needs a name. */
    interface Asking {
        Object of(String host) throws Exception;
    }

    @Test
    void aTenantThatAsksForManyDeadNamesHasAShareAndOthersGetAnswers() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Names names = new Names(
                host -> host.endsWith("dead.example")
                        ? never(host, never)
                        : new InetAddress[] {InetAddress.getByName("1.1.1.1")},
                Duration.ofSeconds(20))) {
            shareIsUsedUp(host -> names.of("mallory.com", host));
            assertThrows(BusyNames.class, () -> names.of("mallory.com", "one.more.dead.example"));
            assertEquals(1, names.of("contoso.com", "hooks.example").length);
            never.countDown();
            await().ignoreExceptionsInstanceOf(BusyNames.class)
                    .until(() -> names.of("mallory.com", "hooks.example").length == 1);
        }
    }

    /** Begins as many lookups that do not end as a tenant may have, and returns when all have begun. */
    static void shareIsUsedUp(Asking asking) {
        AtomicInteger refused = new AtomicInteger();
        for (int i = 0; i <= Names.SHARE; i++) {
            String host = i + ".dead.example";
            Thread.startVirtualThread(() -> {
                try {
                    asking.of(host);
                } catch (BusyNames e) {
                    refused.incrementAndGet();
                } catch (Exception _) {
                    // in time, or never
                }
            });
        }
        await().until(() -> refused.get() == 1);
    }

    /** Looks a name up for as long as that is not counted down. */
    static InetAddress[] never(String host, CountDownLatch until) throws UnknownHostException {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException(host);
    }
}
