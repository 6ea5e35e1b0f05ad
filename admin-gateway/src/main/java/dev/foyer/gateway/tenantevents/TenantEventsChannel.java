package dev.foyer.gateway.tenantevents;

import dev.foyer.base.BatchPace;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The public topics of the services, as a channel of Quarkus Messaging in batch mode. All gateways share one group, so an
 * event is copied by one of them.
 */
@ApplicationScoped
public class TenantEventsChannel {

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    MeterRegistry metrics;

    @Inject
    EventRedaction redaction;

    @Inject
    EventWitness witness;

    @Inject
    CopyBacklog backlog;

    private TenantEventWriter writer;

    @PostConstruct
    void open() {
        writer = new TenantEventWriter(kafka, redaction, witness, TenantEventCounters.of(metrics));
    }

    /** One batch after the other; its positions are committed when this is done, which one that a stop cuts off never is. */
    @Incoming("public-events")
    CompletionStage<Void> copy(ConsumerRecords<byte[], byte[]> batch) {
        return BatchPace.BACKGROUND.begin(() -> {
            backlog.begun(batch);
            if (!writer.write(batch)) {
                return new CompletableFuture<>(); // never: the positions stay before these records, and another gateway
                // copies them
            }
            backlog.copied();
            return CompletableFuture.completedStage(null);
        });
    }

    void stop(@Observes ShutdownEvent event) {
        writer.close();
    }
}
