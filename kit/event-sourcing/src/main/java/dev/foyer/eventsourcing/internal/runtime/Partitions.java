package dev.foyer.eventsourcing.internal.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Utils;

/** Where a key lies in a journal, the same for everybody who asks. */
public final class Partitions {

    private Partitions() {}

    /** Kafka's own hash, so that other tools find a key where we put it. */
    public static int of(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % partitions;
    }
}
