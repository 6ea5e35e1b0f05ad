package dev.foyer.meeting.api;

import dev.foyer.base.Problem;
import dev.foyer.meeting.domain.webhook.EventTypes;
import dev.foyer.meeting.webhook.BusyNames;
import dev.foyer.meeting.webhook.ReceiverUrls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** What requests say of webhooks, judged before it becomes a command. */
@ApplicationScoped
class WebhookRequests {

    private static final Executor THREADS = Thread::startVirtualThread;

    @Inject
    ReceiverUrls urls;

    /** Without repetitions. @throws dev.foyer.base.Problem.ProblemException 400 when one is none, or there is none */
    List<String> types(List<String> types) {
        if (types.isEmpty()) {
            throw WebhookRefusals.types(null).exception();
        }
        for (String type : types) {
            if (type == null || !EventTypes.all().contains(type)) {
                throw WebhookRefusals.types(type).exception();
            }
        }
        return types.stream().distinct().toList();
    }

    /** The URL, unless it is refused: then the stage fails with 400. Does not block. */
    CompletionStage<String> url(String tenant, String url) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        urls.objection(tenant, url).ifPresent(objection -> {
                            throw WebhookRefusals.url(objection).exception();
                        });
                        return url;
                    } catch (BusyNames e) {
                        throw Problem.unavailable("names-are-looked-up", e.getMessage(), 2)
                                .exception();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new CompletionException(e);
                    }
                },
                THREADS);
    }

    /** The same; {@code null} for none. */
    CompletionStage<String> urlOrNone(String tenant, String url) {
        return url == null ? CompletableFuture.completedFuture(null) : url(tenant, url);
    }
}
