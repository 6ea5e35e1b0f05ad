package dev.foyer.eventsourcing.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What every event-sourced service of ours is told from outside. */
@ConfigMapping(prefix = "foyer")
public interface FoyerConfig {

    /** {@code pin-service}, ...: names the consumer groups, the transactional ids and the source of events. */
    String service();

    /** The private journal of this service; nothing for a service without aggregates. */
    Optional<String> journal();

    /** A file whose one line is the token that callers of the internal API must show. */
    @WithName("internal-token-file")
    Path internalTokenFile();

    /** Partitions of the journal, fixed for ever when it was created; checked at start. */
    @WithDefault("3")
    int journalPartitions();

    /** How long a silent owner keeps its partitions. */
    @WithDefault("6s")
    Duration sessionTimeout();

    /** A name that survives restarts of this instance: it then takes its partitions back without any wait. */
    Optional<String> instanceId();

    /** Where other instances reach this one; part of the group's metadata. */
    @WithDefault("http://${quarkus.http.host}:${quarkus.http.port}")
    String instanceUrl();
}
