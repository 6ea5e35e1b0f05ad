package dev.foyer.gateway.scans;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G2")
class LateMissesTest {

    private final LateMisses late = new LateMisses();

    @Test
    void aMissIsToldWhenTheWaitIsOver() {
        Instant until = Instant.now().plusMillis(200);
        late.until("id contoso.com/withheld.bridge", until, () -> {});
        assertTrue(!Instant.now().isBefore(until));
        late.until("id contoso.com/withheld.bridge", Instant.now().minusSeconds(1), () -> {});
    }

    @Test
    void fewWaitSoThatTheyTakeNoConnectionsFromOthers() {
        AtomicInteger told = new AtomicInteger();
        ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < 100; i++) {
            calls.submit(() -> {
                late.until("id contoso.com/withheld.bridge", Instant.now().plusSeconds(9), () -> {});
                told.incrementAndGet();
            });
        }
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> told.get() == 100 - LateMisses.AT_ONCE);
        calls.shutdownNow();
    }
}
