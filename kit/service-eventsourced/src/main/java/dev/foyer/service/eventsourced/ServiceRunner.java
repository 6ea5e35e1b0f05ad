package dev.foyer.service.eventsourced;

import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.StoredFormat;
import dev.foyer.eventsourcing.inbound.DeadLetterWriter;
import dev.foyer.eventsourcing.inbound.DeadLetters;
import dev.foyer.eventsourcing.inbound.TableReader;
import dev.foyer.eventsourcing.inbound.TopicIds;
import dev.foyer.eventsourcing.internal.routing.ForwardedCommandHandler;
import dev.foyer.eventsourcing.internal.routing.RoutedCommands;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.eventsourcing.internal.runtime.JournalCheck;
import dev.foyer.eventsourcing.internal.runtime.JournalStates;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Limits;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Stored;
import dev.foyer.service.ServiceConfig;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Starts what an {@link EventSourcedService} names, in the order tables, aggregates, readers; stops it in reverse. */
@ApplicationScoped
public class ServiceRunner {

    private static final Logger LOG = Logger.getLogger(ServiceRunner.class);

    @Inject
    EventSourcedConfig config;

    /** Of this program. */
    @ConfigProperty(name = "quarkus.application.version")
    String version;

    @Inject
    ServiceConfig common;

    @Inject
    Instance<EventSourcedService> service;

    @Inject
    Transports transports;

    @Inject
    Calls calls;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    MeterRegistry metrics;

    @Inject
    Channels channels;

    @Inject
    ChannelConfig channelConfig;

    @Inject
    CommandSpans stages;

    private final List<TableReader> tables = new ArrayList<>();
    private volatile AggregateRuntime runtime;
    private Commands own;
    private RoutedCommands routed;
    private ForwardedCommandHandler forwarded;
    private DeadLetters deadLetters;

    /** The way to this service's aggregates, whichever instance owns them. */
    @Produces
    @ApplicationScoped
    Commands commands() {
        return routed;
    }

    /** For reactions that turn out to be in vain only later. */
    @Produces
    @ApplicationScoped
    DeadLetterWriter deadLetterWriter() {
        return (letter, reason) -> deadLetters.send(letter, reason);
    }

    /** What this instance owns and nothing else. */
    @Produces
    @LocalAggregates
    @ApplicationScoped
    Commands ownCommands() {
        return own;
    }

    /** What other instances ask of this one; nothing for a service without aggregates. */
    Optional<ForwardedCommandHandler> forwarded() {
        return Optional.ofNullable(forwarded);
    }

    /** Before the channels are connected, which is at {@code LIBRARY_BEFORE}. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE - 1) StartupEvent event) {
        if (!service.isResolvable()) {
            return;
        }
        EventSourcedService what = service.get();
        String name = common.service();
        JournalTopicCheck.check(connection(), config.journal(), config.journalPartitions());
        config.snapshots().ifPresent(topic -> JournalTopicCheck.check(connection(), topic, config.journalPartitions()));
        what.tables()
                .forEach(table -> tables.add(
                        new TableReader(connection(), name + "-" + table.topic(), table.topic(), table.handler())));
        RuntimeSettings settings = settings(what);
        runtime = AggregateRuntime.apart(settings, what.aggregates());
        tables.forEach(this::measure);
        Gauge.builder("foyer.broker.silence", () -> brokerSilence().toMillis() / 1_000.0)
                .description("Since the broker has confirmed anything to this instance")
                .baseUnit("seconds")
                .register(metrics);
        own = new AfterTables(runtime, () -> tablesAreRead() && stoppedTables().isEmpty());
        routed = new RoutedCommands(own, settings, transports.toOwners(), config.commandDeadline());
        forwarded = new ForwardedCommandHandler(own, what.aggregates(), calls);
        deadLetters = new DeadLetters(connection(), name);
        channels.open(what.inbound(), deadLetters, new TopicIds(connection()));
    }

    /**
     * Only who can be asked takes partitions: one whose port is taken would own them until it has given up, and have fenced
     * the owner that works.
     */
    void listening(@ObservesAsync HttpsServerStart event) {
        join();
    }

    /** In tests, which are plain. */
    void listening(@ObservesAsync HttpServerStart event) {
        join();
    }

    private void join() {
        if (runtime != null) {
            runtime.join();
        }
    }

    /** The group that reads this topic for us. */
    String groupOf(String topic) {
        return channelConfig.groupOf(topic, service.get().inbound().keySet());
    }

    void stop(@Observes ShutdownEvent event) {
        channels.stop();
        if (runtime != null) {
            runtime.close();
            routed.close();
            deadLetters.close();
        }
        tables.forEach(TableReader::close);
    }

    /** Nothing for a service without aggregates. */
    Optional<List<JournalCheck>> verify() {
        return Optional.ofNullable(runtime).map(AggregateRuntime::verify);
    }

    /** Nothing for a service without aggregates. */
    Optional<List<JournalStates>> states(List<Long> ends) {
        return Optional.ofNullable(runtime).map(running -> running.states(ends));
    }

    List<TableReader> tables() {
        return tables;
    }

    boolean ready() {
        return runtime != null && runtime.ready() && tablesAreRead();
    }

    /** Whether a commit could succeed now; true without aggregates. */
    boolean brokerConfirms() {
        return runtime == null || runtime.brokerConfirms();
    }

    boolean clockIsAhead() {
        return runtime != null && runtime.clockIsAhead();
    }

    Duration brokerSilence() {
        return runtime == null ? Duration.ZERO : runtime.brokerSilence();
    }

    /** All that was in them when we started. */
    boolean tablesAreRead() {
        return tables.stream().allMatch(TableReader::caughtUp);
    }

    /** The topics of those that do not follow any more. */
    List<String> stoppedTables() {
        return tables.stream()
                .filter(TableReader::stopped)
                .map(TableReader::topic)
                .toList();
    }

    private void measure(TableReader table) {
        FunctionCounter.builder("foyer.table.skipped", table, TableReader::skipped)
                .description("Records of a table's topic that could not be used")
                .tag("topic", table.topic())
                .register(metrics);
    }

    boolean alive() {
        return runtime == null || runtime.alive() && tables.stream().allMatch(TableReader::alive);
    }

    Map<Integer, String> partitions() {
        return runtime == null ? Map.of() : runtime.partitions();
    }

    /** What every Kafka client of ours needs to connect. */
    Map<String, Object> connection() {
        return Map.copyOf(kafka);
    }

    /** Whoever restarts it will hear the same at once, until somebody does what the sentence says. */
    private static void stopTheProcess(String sentence) {
        LOG.error(sentence);
        Quarkus.asyncExit(1);
    }

    private RuntimeSettings settings(EventSourcedService what) {
        return RuntimeSettings.of(
                        connection(),
                        common.service(),
                        config.journal(),
                        config.journalPartitions(),
                        config.instanceUrl())
                .withSession(config.instanceId(), config.sessionTimeout())
                .withRecovery(
                        config.snapshots()
                                .map(topic -> new Snapshots(topic, config.snapshotEvents(), config.snapshotInterval())),
                        config.standby())
                .withLimits(new Limits(Limits.MEASURED.queue(), Limits.MEASURED.batch(), config.commandDeadline()))
                .withMetrics(metrics)
                .withStages(stages)
                .withStored(new Stored(new StoredFormat(what.storedFormat(), version), ServiceRunner::stopTheProcess));
    }
}
