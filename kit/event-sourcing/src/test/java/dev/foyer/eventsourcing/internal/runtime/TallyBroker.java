package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A broker for the tests of one class, with the tally's topics, and an end for all that they start on it. */
public final class TallyBroker implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private final List<AutoCloseable> started = new ArrayList<>();
    private EmbeddedBroker broker;

    public EmbeddedBroker broker() {
        return broker;
    }

    /** Closes it after the test, in the order of starting. */
    public <T extends AutoCloseable> T started(T what) {
        started.add(what);
        return what;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        broker = EmbeddedBroker.start();
        Topics.create(
                broker, List.of(new NewTopic(Tally.JOURNAL, 3, (short) 1), new NewTopic(Tally.EVENTS, 3, (short) 1)));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (AutoCloseable each : started) {
            each.close();
        }
        started.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        broker.close();
    }
}
