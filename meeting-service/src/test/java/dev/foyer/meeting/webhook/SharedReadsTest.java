package dev.foyer.meeting.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.meeting.domain.webhook.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who asks gets what was so afterwards, and few are asked. */
class SharedReadsTest {

    private final List<CompletableFuture<Webhooks>> begun = new ArrayList<>();
    private final SharedReads reads = new SharedReads(tenant -> {
        begun.add(new CompletableFuture<>());
        return begun.getLast();
    });

    @Test
    void whoAsksMeanwhileWaitsForTheNextTogether() {
        var first = reads.of("contoso.com").toCompletableFuture();
        var second = reads.of("contoso.com").toCompletableFuture();
        var third = reads.of("contoso.com").toCompletableFuture();
        assertEquals(1, begun.size());
        Webhooks then = new Webhooks(Map.of());
        begun.getFirst().complete(then);
        assertSame(then, first.join());
        assertFalse(second.isDone(), "what was read began before it asked");
        assertEquals(2, begun.size());
        Webhooks now = new Webhooks(Map.of());
        begun.getLast().complete(now);
        assertSame(now, second.join());
        assertSame(now, third.join());
        reads.of("contoso.com");
        assertEquals(3, begun.size(), "nothing is kept");
    }

    @Test
    void aFailureIsOfThoseWhoWaitedForItAndTenantsDoNotMix() {
        var first = reads.of("contoso.com").toCompletableFuture();
        var second = reads.of("contoso.com").toCompletableFuture();
        reads.of("fabrikam.com");
        assertEquals(2, begun.size());
        begun.getFirst().completeExceptionally(new IllegalStateException("away"));
        assertTrue(first.isCompletedExceptionally());
        assertFalse(second.isDone());
        begun.getLast().complete(Webhooks.NONE);
        assertSame(Webhooks.NONE, second.join());
    }
}
