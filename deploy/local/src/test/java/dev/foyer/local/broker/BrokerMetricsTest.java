package dev.foyer.local.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** JMX as Prometheus reads it; that the broker has these beans is seen by {@code DashboardsIT}. */
class BrokerMetricsTest {

    /** As Kafka's gauges and meters look. */
    public interface ReadingMXBean {
        Object getValue();

        long getCount();
    }

    private record Reading(Object value, long count) implements ReadingMXBean {
        @Override
        public Object getValue() {
            return value;
        }

        @Override
        public long getCount() {
            return count;
        }
    }

    @Test
    void gaugesAndMetersOfTheBrokerAreSamplesAndThoseOfTopicsAreNot() throws Exception {
        MBeanServer beans = MBeanServerFactory.newMBeanServer();
        register(beans, "kafka.server:type=ReplicaManager,name=UnderReplicatedPartitions", new Reading(2, 0));
        register(beans, "kafka.server:type=BrokerTopicMetrics,name=MessagesInPerSec", new Reading(null, 40));
        register(
                beans,
                "kafka.server:type=BrokerTopicMetrics,name=MessagesInPerSec,topic=pin.events",
                new Reading(null, 30));
        register(beans, "kafka.server:type=Cluster,name=Id", new Reading("no number", 0));
        assertEquals("""
                # TYPE kafka_server_brokertopicmetrics_messagesin_total counter
                kafka_server_brokertopicmetrics_messagesin_total 40.0
                # TYPE kafka_server_replicamanager_underreplicatedpartitions gauge
                kafka_server_replicamanager_underreplicatedpartitions 2.0
                """, BrokerMetrics.exposition(beans));
    }

    private static void register(MBeanServer beans, String name, Reading reading) throws Exception {
        beans.registerMBean(
                new javax.management.StandardMBean(reading, ReadingMXBean.class, false), new ObjectName(name));
    }
}
