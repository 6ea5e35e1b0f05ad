package dev.foyer.meeting.webhook;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.meeting.WebhookCommands;
import dev.foyer.meeting.domain.delivery.Delivery;
import dev.foyer.meeting.domain.delivery.DeliveryCommand;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.GiveUpDelivery;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.RecordAttempt;
import dev.foyer.meeting.domain.delivery.DeliveryEvent;
import dev.foyer.meeting.domain.delivery.DeliveryIds;
import dev.foyer.meeting.domain.delivery.Outbox;
import dev.foyer.meeting.domain.webhook.Webhook;
import dev.foyer.meeting.domain.webhook.WebhookCommand.Health;
import dev.foyer.meeting.domain.webhook.WebhookCommand.NoteHealth;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Delivers what is committed as to be delivered. Whenever an outbox changes or is recovered, and whenever a wait is over, it
 * does what is due in that outbox, one delivery after the other; outboxes do not wait for each other, so whoever is slow or dead
 * is waited for by sixteen threads at most, which are its own. Only the owner of an outbox sends, and what became of an attempt is
 * recorded before the next one begins; between the two a crash, or another owner, sends once more under the same id (H2).
 */
final class Deliverer implements CommitListener<Outbox, DeliveryEvent>, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Deliverer.class);
    private static final Actor ACTOR = Actor.service("meeting-service");
    /** More than a command may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int JITTER = 101;

    /** When something is looked at again that could not be done. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final WebhookCommands webhooks;
    private final Sending sending;
    private final SecretSeal seal;
    private final PublicRecords records;
    private final WebhookCounters counters;
    private final Clock clock;
    private final PerOutbox outboxes;

    /** Blocks for one attempt. */
    @FunctionalInterface
    interface Sending {
        Attempt send(String tenant, String url, Map<String, String> headers, byte[] body)
                throws InterruptedException, BusyNames;
    }

    Deliverer(
            WebhookCommands webhooks,
            Sending sending,
            SecretSeal seal,
            PublicRecords records,
            WebhookCounters counters,
            Clock clock) {
        this.webhooks = webhooks;
        this.sending = sending;
        this.seal = seal;
        this.records = records;
        this.counters = counters;
        this.clock = clock;
        this.outboxes = new PerOutbox(this::work);
    }

    @Override
    public void committed(String outbox, Outbox state, List<DeliveryEvent> events) {
        if (!state.open().isEmpty()) {
            outboxes.request(outbox);
        }
    }

    @Override
    public void recovered(String outbox, Outbox state) {
        committed(outbox, state, List.of());
    }

    /** Takes up nothing more. What is under way is sent again by the next owner, unless its outcome is recorded in time. */
    @Override
    public void close() {
        outboxes.close();
    }

    /** Outboxes in which something is under way or waits for its next attempt. */
    int open() {
        return outboxes.open();
    }

    /** @return when to look again; empty: at the next change */
    private Optional<Duration> work(String outbox) throws InterruptedException {
        try {
            while (true) {
                Optional<Delivery> next = await(webhooks.owned(outbox)).next();
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                Duration wait = Duration.between(clock.instant(), next.get().due());
                if (wait.isPositive()) {
                    return Optional.of(wait);
                }
                deliver(outbox, next.get());
            }
        } catch (Unavailable e) {
            // The new owner of an outbox hears of it when it has recovered.
            return e.reason() == Unavailable.Reason.MOVED ? Optional.empty() : Optional.of(SOON);
        } catch (BusyNames e) {
            LOG.debugf("The webhook of %s waits: %s", outbox, e.getMessage());
            return Optional.of(SOON);
        } catch (SecretSeal.CannotOpen | IOException e) {
            LOG.warnf("The webhook of %s waits: %s", outbox, e.getMessage());
            return Optional.of(PATIENCE);
        }
    }

    private void deliver(String outbox, Delivery delivery) throws InterruptedException, IOException, BusyNames {
        String tenant = DeliveryIds.tenantOf(outbox);
        String webhookId = DeliveryIds.webhookOf(outbox);
        Optional<Webhook> webhook = await(webhooks.of(tenant)).find(webhookId);
        Optional<String> hindrance = hindrance(webhook);
        if (hindrance.isPresent()) {
            giveUp(outbox, delivery, hindrance.get());
            return;
        }
        Optional<byte[]> body = delivery.source() == null
                ? Optional.of(Content.ofTest(tenant, webhookId, delivery.queuedAt()))
                : records.body(tenant, delivery.source());
        if (body.isEmpty()) {
            giveUp(outbox, delivery, "the event is not kept any more");
            return;
        }
        Instant began = clock.instant();
        Attempt attempt = send(tenant, webhook.get(), delivery, body.get(), began);
        noteHealth(tenant, webhook.get(), delivery, attempt, began);
        submit(
                outbox,
                new RecordAttempt(
                        delivery.id(),
                        delivery.attempts() + 1,
                        attempt.answered(),
                        attempt.reason(),
                        attempt.retryAfter(),
                        attempt.isGone() && isStillAt(tenant, webhook.get()),
                        ThreadLocalRandom.current().nextInt(JITTER)),
                delivery.id() + "/attempt/" + (delivery.attempts() + 1));
    }

    /** Whoever is gone was perhaps the receiver of before. */
    private boolean isStillAt(String tenant, Webhook tried) throws InterruptedException {
        return await(webhooks.of(tenant))
                .find(tried.id())
                .filter(now -> now.url().equals(tried.url()))
                .isPresent();
    }

    private static Optional<String> hindrance(Optional<Webhook> webhook) {
        if (webhook.isEmpty()) {
            return Optional.of("the webhook was removed");
        }
        return switch (webhook.get().status()) {
            case ACTIVE -> Optional.empty();
            case PAUSED -> Optional.of("the webhook was paused");
            case DISABLED -> Optional.of("the webhook was disabled");
        };
    }

    private void giveUp(String outbox, Delivery delivery, String reason) throws InterruptedException {
        counters.givenUp();
        submit(
                outbox,
                new GiveUpDelivery(delivery.id(), reason),
                delivery.id() + "/give-up/" + delivery.attempts() + "/" + delivery.due());
    }

    private Attempt send(String tenant, Webhook webhook, Delivery delivery, byte[] body, Instant now)
            throws InterruptedException, BusyNames {
        List<WebhookSecret> secrets = webhook.secrets(now).stream()
                .map(each -> seal.open(each, tenant, webhook.id()))
                .toList();
        long start = System.nanoTime();
        Attempt attempt = sending.send(
                tenant,
                webhook.url(),
                Map.of(
                        "content-type", "application/json",
                        "user-agent", "Foyer-Webhooks/1",
                        "webhook-id", delivery.id(),
                        "webhook-timestamp", Long.toString(now.getEpochSecond()),
                        "webhook-signature", Signature.header(secrets, delivery.id(), now, body)),
                body);
        counters.attempt(attempt, Duration.ofNanos(System.nanoTime() - start));
        return attempt;
    }

    /** Before the attempt is recorded: if we die in between it is made again, and noted again. Most have nothing to say. */
    private void noteHealth(String tenant, Webhook webhook, Delivery delivery, Attempt attempt, Instant began)
            throws InterruptedException {
        Health health = attempt.arrived() ? Health.WORKS : attempt.isGone() ? Health.IS_GONE : Health.FAILS;
        if (health == Health.WORKS && webhook.failingSince() == null) {
            return;
        }
        String id = delivery.id() + "/health/" + began;
        await(webhooks.submit(
                tenant,
                new NoteHealth(webhook.id(), webhook.url(), health, began),
                new CommandMeta(id, delivery.id(), ACTOR)));
    }

    private void submit(String outbox, DeliveryCommand command, String id) throws InterruptedException {
        await(webhooks.ofOutbox(outbox, command, new CommandMeta(id, id, ACTOR)));
    }

    private static <T> T await(CompletionStage<T> stage) throws InterruptedException {
        try {
            return stage.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : new CompletionException(e.getCause());
        } catch (TimeoutException _) {
            throw new Unavailable(Unavailable.Reason.RECOVERING, "There was no answer in time.");
        }
    }
}
