package dev.foyer.eventsourcing.internal.routing;

import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.eventsourcing.internal.runtime.TallyBroker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnerDirectoryTest {

    @RegisterExtension
    static final TallyBroker TALLY = new TallyBroker();

    private final AtomicLong now = new AtomicLong();

    /** Each that finds the owner gone asks again within milliseconds: that must not put the answer off for all of them. */
    @Test
    @Tag("F")
    void whoeverAsksOftenHearsOfTheNextOwner() throws Exception {
        Instance first = TALLY.started(new Instance(TALLY.broker()));
        await().until(() -> first.owns(3));
        RuntimeSettings settings = Instance.settings(TALLY.broker(), "http://127.0.0.1:1/asker");
        Strangers strangers = new Strangers("tally.owners", settings.metrics());
        try (OwnerDirectory directory = new OwnerDirectory(settings, Transport.plain(), strangers, now::get)) {
            assertEquals(first.server.url(), ownerAfter(directory, Duration.ZERO));
            Instance second = TALLY.started(new Instance(TALLY.broker()));
            first.close();
            await().until(() -> second.owns(3));
            assertEquals(first.server.url(), ownerAfter(directory, Duration.ofMillis(30)));
            assertEquals(second.server.url(), ownerAfter(directory, Duration.ofMillis(30)));
        }
    }

    private String ownerAfter(OwnerDirectory directory, Duration wait) throws InterruptedException {
        now.addAndGet(wait.toNanos());
        directory.refresh();
        return directory.owner(0).orElseThrow().url();
    }
}
