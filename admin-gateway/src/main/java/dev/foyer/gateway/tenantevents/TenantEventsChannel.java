package dev.foyer.gateway.tenantevents;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
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

    private TenantEventWriter writer;

    @PostConstruct
    void open() {
        writer = new TenantEventWriter(kafka, redaction, TenantEventCounters.of(metrics));
    }

    /** One batch after the other; its positions are committed when this returns. */
    @Incoming("public-events")
    @Blocking
    void copy(ConsumerRecords<byte[], byte[]> batch) {
        writer.write(batch);
    }

    void stop(@Observes ShutdownEvent event) {
        writer.close();
    }
}
