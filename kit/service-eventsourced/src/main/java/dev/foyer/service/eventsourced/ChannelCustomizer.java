package dev.foyer.service.eventsourced;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.Config;

/** What the consumers of channels are told that no file of settings can say. */
@ApplicationScoped
public class ChannelCustomizer implements ClientCustomizer<Map<String, Object>> {

    @Inject
    EventSourcedConfig config;

    @Inject
    Channels channels;

    @Override
    public Map<String, Object> customize(String channel, Config channelConfig, Map<String, Object> kafka) {
        if (!kafka.containsKey(ConsumerConfig.GROUP_ID_CONFIG)) {
            return kafka;
        }
        kafka.put(ConsumerConfig.CLIENT_ID_CONFIG, kafka.get(ConsumerConfig.GROUP_ID_CONFIG));
        kafka.put(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, PolledRecords.class.getName());
        kafka.put(PolledRecords.POSITIONS, channels.positions(channel));
        // A restart takes its partitions back at once, without waiting for the session to time out.
        config.instanceId().ifPresent(id -> kafka.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        return kafka;
    }
}
