package dev.foyer.meeting.webhook;

import dev.foyer.meeting.domain.webhook.Webhooks;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Reads the webhooks of a tenant once for all who ask while the read before is under way: ten thousand events at once must not be
 * ten thousand questions, behind which callers wait. Whoever asks gets what a read says that began afterwards. Thread-safe.
 */
final class SharedReads {

    private final Function<String, CompletionStage<Webhooks>> read;
    private final Map<String, Reads> byTenant = new HashMap<>();

    /** @param next for those who asked since the one under way began; {@code null}: nobody */
    private record Reads(CompletableFuture<Webhooks> next) {}

    SharedReads(Function<String, CompletionStage<Webhooks>> read) {
        this.read = read;
    }

    /** Fails as the read does. */
    CompletionStage<Webhooks> of(String tenant) {
        CompletableFuture<Webhooks> answer;
        synchronized (byTenant) {
            Reads reads = byTenant.get(tenant);
            if (reads != null && reads.next() != null) {
                return reads.next();
            }
            answer = new CompletableFuture<>();
            byTenant.put(tenant, new Reads(reads == null ? null : answer));
            if (reads != null) {
                return answer;
            }
        }
        begin(tenant, answer);
        return answer;
    }

    private void begin(String tenant, CompletableFuture<Webhooks> answer) {
        read.apply(tenant).whenComplete((webhooks, failure) -> {
            beginNext(tenant);
            if (failure == null) {
                answer.complete(webhooks);
            } else {
                answer.completeExceptionally(failure);
            }
        });
    }

    private void beginNext(String tenant) {
        CompletableFuture<Webhooks> next;
        synchronized (byTenant) {
            next = byTenant.remove(tenant).next();
            if (next == null) {
                return;
            }
            byTenant.put(tenant, new Reads(null));
        }
        begin(tenant, next);
    }
}
