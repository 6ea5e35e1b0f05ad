package dev.foyer.service.eventsourced;

import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/** A broker with the topics that the channels of {@link ListeningService} read. */
public class ChannelsBroker extends BrokerResource {

    @Override
    public Map<String, String> start() {
        Map<String, String> config = super.start();
        Topics.create(
                broker(),
                List.of(
                        new NewTopic("others.words", 1, (short) 1),
                        new NewTopic("others.transacted", 1, (short) 1),
                        new NewTopic("others.table", 1, (short) 1),
                        new NewTopic("others.moving", 4, (short) 1),
                        new NewTopic("others.first.in", 1, (short) 1),
                        new NewTopic("tester.dead-letters", 1, (short) 1)));
        return config;
    }
}
