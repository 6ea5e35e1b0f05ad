package dev.foyer.service.eventsourced;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What every event-sourced service of ours is told from outside. */
@ConfigMapping(prefix = "foyer")
public interface EventSourcedConfig {

    /** The private journal of this service. */
    String journal();

    /** Partitions of the journal, fixed for ever when it was created; checked at start. */
    @WithDefault("3")
    int journalPartitions();

    /** How long a silent owner keeps its partitions. */
    @WithDefault("6s")
    Duration sessionTimeout();

    /** A name that survives restarts of this instance: it then takes its partitions back without any wait. */
    Optional<String> instanceId();

    /** Where other instances reach this one; part of the group's metadata. */
    @WithDefault("https://${quarkus.http.host}:${quarkus.http.ssl-port}")
    String instanceUrl();

    /**
     * What the URL of another instance must match as a whole before it is spoken to; unless set, all ports of the host in
     * the own URL. A group can be joined by whoever may read it.
     */
    Optional<String> instanceUrlPattern();

    /** The compacted topic for snapshots of this service's aggregates; without one each recovery folds the whole journal. */
    Optional<String> snapshots();

    /** So many events of a partition after the last snapshots, the next ones are taken. */
    @WithDefault("100000")
    int snapshotEvents();

    /** So long after the last snapshots, the next ones are taken if anything changed. */
    @WithDefault("5m")
    Duration snapshotInterval();

    /** Whether to be a warm standby of the partitions that other instances own, so that a takeover costs no replay. */
    @WithDefault("true")
    boolean standby();

    /**
     * How long a command may take with all its waiting, here and at whichever instance owns it. Longer than the session
     * timeout, so that a caller of an owner that died notices nothing but time.
     */
    @WithDefault("10s")
    Duration commandDeadline();
}
