package dev.foyer.pin.setup;

import static dev.foyer.pin.domain.user.UserFixture.AMOS;
import static dev.foyer.pin.domain.user.UserFixture.provision;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.inbound.DeadLetters;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.conferenceid.ConferenceIdAnswer;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand;
import dev.foyer.pin.domain.conferenceid.ConferenceIdRefusal;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.Around;
import dev.foyer.pin.domain.user.AwaitedLicence;
import dev.foyer.pin.domain.user.Licence;
import dev.foyer.pin.domain.user.Room;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.AwaitLicence;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.process.ConferenceIdAssignment;
import dev.foyer.pin.process.ReturnConferenceIds;
import dev.foyer.pin.process.UserListeners;
import dev.foyer.pin.process.WaitingLicences;
import dev.foyer.pin.setup.PinAggregates.UserLimits;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.TopicContents;
import dev.foyer.testing.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Licences that came before their users almost seven days ago, and an owner now that knows of them from the log only. */
@Tag("G6")
@Tag("case-T8")
class LicenceWaitOnABrokerTest {

    /** In the past, because a broker takes no records from far in the future. */
    private static final Duration NEARLY_TOO_LONG = AwaitedLicence.PATIENCE.minusSeconds(3);

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start();
        Topics.createAll(broker);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    /** Recovered from the journal alone, or from snapshots. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoseUserComesIsEnabledAndTheOthersAreDeadLettersAfterSevenDays(boolean snapshots) {
        String tenant = snapshots ? "two.example" : "one.example";
        UserKey comes = new UserKey(tenant, "u-1");
        UserKey staysAway = new UserKey(tenant, "u-2");
        UserKey self = new UserKey(tenant, "u-3");
        try (Process then = new Process(NEARLY_TOO_LONG, snapshots)) {
            then.does(comes, new AwaitLicence(licence("e-1", "admin")));
            then.does(staysAway, new AwaitLicence(licence("e-2", "admin")));
            then.does(self, new AwaitLicence(licence("e-3", AMOS.userPrincipalName())));
        }
        try (Process now = new Process(Duration.ZERO, snapshots)) {
            now.does(comes, provision(AMOS));
            now.does(self, provision(AMOS));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> letters(tenant).size() == 2
                            && now.read(comes) instanceof User.Enabled
                            && now.read(staysAway).licence().isEmpty()
                            && now.read(self).licence().isEmpty());
            assertInstanceOf(User.Unknown.class, now.read(staysAway));
            assertInstanceOf(User.Provisioned.class, now.read(self));
        }
        assertEquals("e-1", header(enabled(comes), "ce_reason"), "It says why, as if nobody had waited (G3)");
        ConsumerRecord<byte[], byte[]> late = letter(tenant, "u-2");
        assertTrue(header(late, "dead-letter-reason").startsWith("The licence has waited 7 days for its user"));
        assertEquals("in." + tenant + ".directory", header(late, "dead-letter-topic"));
        assertEquals("4711", header(late, "dead-letter-offset"));
        assertEquals("e-2", header(late, "ce_id"));
        assertEquals("{\"userId\":\"u-2\",\"changedBy\":\"admin\"}", new String(late.value(), UTF_8));
        assertTrue(header(letter(tenant, "u-3"), "dead-letter-reason").startsWith("Nobody makes their own PIN"));
    }

    private static Licence licence(String id, String changedBy) {
        return new Licence("/hr", id, changedBy, "corr-" + id, 1, 4711);
    }

    private static ConsumerRecord<byte[], byte[]> enabled(UserKey user) {
        return TopicContents.records(broker, "pin.events").stream()
                .filter(event -> header(event, "ce_type").contains("UserEnabled"))
                .filter(event -> new String(event.key(), UTF_8).equals(user.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static ConsumerRecord<byte[], byte[]> letter(String tenant, String user) {
        return letters(tenant).stream()
                .filter(letter -> user.equals(new String(letter.key(), UTF_8)))
                .findFirst()
                .orElseThrow();
    }

    private static List<ConsumerRecord<byte[], byte[]>> letters(String tenant) {
        return TopicContents.records(broker, "pin.dead-letters").stream()
                .filter(letter -> header(letter, "dead-letter-topic").contains(tenant))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    /** pin-service without its HTTP, so long ago: an owner of all partitions, and what follows licences. */
    private static final class Process implements AutoCloseable {

        private final DeadLetters deadLetters = new DeadLetters(broker.connection(), "pin-service");
        private final AggregateRuntime runtime;
        private final PinAggregates aggregates;

        Process(Duration ago, boolean snapshots) {
            var vault = PinKeysResource.keyed();
            var licences = new WaitingLicences(
                    this::submit, new ConferenceIdAssignment(this::submit, this::submit, vault), deadLetters::send);
            aggregates = PinAggregates.of(
                    vault::of,
                    PinKeysResource.signer(),
                    _ -> TenantSettings.DEFAULT,
                    UserListeners.of(List.of(new ReturnConferenceIds(this::submit, this::submit), licences)),
                    new UserLimits(Around.PATIENCE, Around.RESETS, Room.ENDLESS));
            runtime = new AggregateRuntime(
                    RuntimeSettings.of(broker.connection(), "pin-service", "pin.journal", 3, "http://127.0.0.1:0")
                            .withSession(Optional.empty(), Duration.ofSeconds(2))
                            .withRecovery(
                                    Optional.of(new Snapshots("pin.snapshots", 1, Duration.ofHours(1)))
                                            .filter(_ -> snapshots),
                                    false)
                            .withClock(Clock.offset(Clock.systemUTC(), ago.negated())),
                    aggregates.all());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> runtime.partitions().size() == 3 && runtime.ready());
        }

        void does(UserKey user, UserCommand command) {
            String id = UUID.randomUUID().toString();
            submit(user, command, new CommandMeta(id, id, new Actor("directory", "directory", null)))
                    .toCompletableFuture()
                    .join();
        }

        User read(UserKey user) {
            return runtime.read(aggregates.users(), user.toString())
                    .toCompletableFuture()
                    .join();
        }

        private CompletionStage<Reply<UserRefusal, UserAnswer>> submit(
                UserKey user, UserCommand command, CommandMeta meta) {
            return new RoutedUsers(runtime, aggregates).submit(user, command, meta);
        }

        private CompletionStage<Reply<ConferenceIdRefusal, ConferenceIdAnswer>> submit(
                String conferenceId, ConferenceIdCommand command, CommandMeta meta) {
            return new RoutedConferenceIds(runtime, aggregates).submit(conferenceId, command, meta);
        }

        @Override
        public void close() {
            runtime.close();
            deadLetters.close();
        }
    }
}
