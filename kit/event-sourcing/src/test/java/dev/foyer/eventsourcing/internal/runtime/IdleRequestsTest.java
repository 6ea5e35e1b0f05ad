package dev.foyer.eventsourcing.internal.runtime;

import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.inbound.LatestByKey;
import dev.foyer.eventsourcing.inbound.TableReader;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whoever has nothing to do asks the broker nothing but what membership takes. Requests are counted by Kafka's own clients; a
 * slow machine makes fewer of them, so only polling that nobody needs fails this.
 */
@Tag("case-L11")
class IdleRequestsTest {

    /** Nine are what membership and a table take (measured); heartbeats every 50 ms, as there once were, made more than twenty. */
    private static final double MOST_PER_SECOND = 15;

    private static final Duration WATCHED = Duration.ofSeconds(5);

    @RegisterExtension
    static final TallyBroker TALLY = new TallyBroker();

    @Test
    void anIdleInstanceWithATableHardlyAsksTheBroker() throws Exception {
        String name = "idle-instance";
        AggregateRuntime runtime = TALLY.started(new AggregateRuntime(
                RuntimeSettings.of(TALLY.broker().connection(), name, Tally.JOURNAL, 3, name), List.of(Tally.TYPE)));
        TableReader table = TALLY.started(new TableReader(
                TALLY.broker().connection(), name, Tally.EVENTS, new LatestByKey<>("none", _ -> null, _ -> null)));
        await().until(() -> runtime.partitions().size() == 3 && runtime.ready() && table.caughtUp());

        double before = requests(name);
        long began = System.nanoTime();
        await().pollDelay(WATCHED).until(() -> true);
        double perSecond = (requests(name) - before) * 1e9 / (System.nanoTime() - began);

        assertTrue(perSecond > 1, "The member and its heartbeats are not found: " + perSecond);
        assertTrue(perSecond <= MOST_PER_SECOND, () -> perSecond + " requests a second");
    }

    /** Of all clients whose name says whose they are. */
    private static double requests(String name) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        double all = 0;
        for (ObjectName each : server.queryNames(new ObjectName("kafka.*:client-id=" + name + "*,*"), null)) {
            if (each.getKeyPropertyList().size() == 2
                    && each.getKeyProperty("type").endsWith("-metrics")) {
                all += server.getMBeanInfo(each).getAttributes().length == 0 ? 0 : total(server, each);
            }
        }
        return all;
    }

    private static double total(MBeanServer server, ObjectName client) {
        try {
            return (double) server.getAttribute(client, "request-total");
        } catch (JMException _) {
            return 0; // a client's other group of figures
        }
    }
}
