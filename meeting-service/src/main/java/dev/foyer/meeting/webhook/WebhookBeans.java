package dev.foyer.meeting.webhook;

import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.meeting.WebhookCommands;
import dev.foyer.meeting.domain.delivery.DeliveryEvent;
import dev.foyer.meeting.domain.delivery.Outbox;
import dev.foyer.service.ServiceConfig;
import dev.foyer.service.keys.EcKeyFiles;
import dev.foyer.service.keys.EcKeySet;
import dev.foyer.service.keys.KeyFileWatch;
import dev.foyer.service.keys.WatchedFile;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Puts together what delivers, from the configuration. The check is always up: with the last good keys all works. */
@Readiness
@ApplicationScoped
class WebhookBeans implements HealthCheck {

    private static final int BEFORE_ALL_ELSE = 1;
    private static final Duration NAME_SERVER = Duration.ofSeconds(5);

    private final WebhooksConfig config;
    private final WatchedFile<EcKeySet> keys;
    private final AddressRules rules;
    private final Names names = new Names(InetAddress::getAllByName, NAME_SERVER);
    private final PublicRecords records;
    private final TopicEnds ends;
    private final Receiver receiver;
    private final Deliverer deliverer;

    @Inject
    WebhookBeans(
            WebhooksConfig config,
            WebhookCommands webhooks,
            Vertx vertx,
            MeterRegistry metrics,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = WebhookSettings.checked(config);
        this.keys = EcKeyFiles.pairs(config.keysFile(), "foyer.webhooks.keys-file");
        this.rules = WebhookSettings.addressRules(config);
        this.records = new PublicRecords(kafka);
        this.ends = new TopicEnds(kafka);
        this.receiver = new Receiver(
                vertx, names, rules, config.allowHttp(), config.authoritiesFile(), config.timeout(), Clock.systemUTC());
        this.deliverer = new Deliverer(
                webhooks,
                receiver::send,
                new SecretSeal(keys),
                records,
                new WebhookCounters(metrics),
                Clock.systemUTC());
        Gauge.builder("foyer.webhook.outboxes.open", deliverer, Deliverer::open)
                .description("Webhooks for which an event waits to be delivered, of those that this instance owns")
                .register(metrics);
    }

    /** What hears of committed deliveries. */
    @Produces
    @Singleton
    CommitListener<Outbox, DeliveryEvent> deliverer() {
        return deliverer;
    }

    @Produces
    @Singleton
    TopicEnds ends() {
        return ends;
    }

    @Produces
    @Singleton
    PublicRecords records() {
        return records;
    }

    @Produces
    @Singleton
    SecretSeal seal() {
        return new SecretSeal(keys);
    }

    @Produces
    @Singleton
    ReceiverUrls urls() {
        return new ReceiverUrls(names, rules, config.allowHttp());
    }

    /** Bad keys stop the start before anything else is tried; later ones are only refused. */
    void start(@Observes @Priority(BEFORE_ALL_ELSE) StartupEvent event, KeyFileWatch watch, ServiceConfig common) {
        watch.report("webhooks", keys::problem);
        watch.age("webhooks", () -> keys.get().currentMadeAt());
        watch.every(common.keyFileInterval(), keys::look);
    }

    void stop(@Observes ShutdownEvent event) {
        List.of(deliverer, receiver, records, ends, names).forEach(WebhookBeans::close);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e.getClass().getName());
        }
    }

    @Override
    public HealthCheckResponse call() {
        var report = HealthCheckResponse.named("webhook keys")
                .up()
                .withData("webhookKeys", String.join(", ", keys.get().ids()))
                .withData("degraded", keys.problem().isPresent());
        keys.problem().ifPresent(sentence -> report.withData("webhookKeysProblem", sentence));
        return report.build();
    }
}
