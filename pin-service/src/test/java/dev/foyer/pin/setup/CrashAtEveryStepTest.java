package dev.foyer.pin.setup;

import static dev.foyer.pin.domain.user.UserFixture.enable;
import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.api.ReservedConferenceIds;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.conferenceid.ConferenceIdAnswer;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand;
import dev.foyer.pin.domain.conferenceid.ConferenceIdRefusal;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.Around;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.Room;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.domain.username.NameAnswer;
import dev.foyer.pin.domain.username.NameCommand;
import dev.foyer.pin.domain.username.NameRefusal;
import dev.foyer.pin.process.ConferenceIdAssignment;
import dev.foyer.pin.process.FollowUserNames;
import dev.foyer.pin.process.ReturnConferenceIds;
import dev.foyer.pin.process.UserListeners;
import dev.foyer.pin.process.UserNaming;
import dev.foyer.pin.setup.PinAggregates.UserLimits;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Coming, enabling, a new conference ID, another name and disabling, with a process that dies before or after each of the steps.
 * Whoever comes next finds every ID and every name again: nobody has one that the register does not know, and neither register
 * keeps one for ever that nobody has.
 */
@Tag("C2")
class CrashAtEveryStepTest {

    /** Enough for the last one to live through all of it; the test checks that it did. */
    private static final int MOST_STEPS = 24;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

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

    @Test
    @Tag("G5")
    void noConferenceIdAndNoNameIsLostOrLeaked() {
        Map<String, MortalCommands.Life> lives = Stream.of(true, false)
                .flatMap(answered -> IntStream.rangeClosed(0, MOST_STEPS)
                        .mapToObj(steps -> new MortalCommands.Life(steps, answered)))
                .collect(toMap(life -> "contoso.com/u-" + life, life -> life));
        try (Process first = new Process(lives)) {
            lives.forEach((user, life) -> first.live(user, life));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> lives.entrySet().stream()
                            .allMatch(each ->
                                    each.getValue().isOver() || each.getValue().isDone()));
        }
        assertTrue(lives.values().stream().anyMatch(MortalCommands.Life::isDone), "nobody lived to the end");
        assertTrue(lives.values().stream().filter(MortalCommands.Life::isOver).count() > 12, "hardly anybody died");
        try (Process second = new Process(Map.of())) {
            for (String user : lives.keySet()) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> second.read(user).ids().byId().isEmpty());
                Set<String> own = switch (second.read(user)) {
                    case User.Enabled it -> Set.of(it.conferencing().conferenceId());
                    case User.Provisioned _, User.Unknown _ -> Set.of();
                };
                assertEquals(own, ReservedConferenceIds.of(broker, user), user);
                Optional<String> name = second.name(user);
                for (String each : Set.of(user, renamed(user))) {
                    assertEquals(name.equals(Optional.of(each)), second.isTaken(each), each);
                }
            }
        }
    }

    private static String renamed(String user) {
        return user + "-renamed";
    }

    /** pin-service without its HTTP: an owner of all partitions, and the steps that take two aggregates. */
    private static final class Process implements AutoCloseable {

        private final AggregateRuntime runtime;
        private final Commands commands;
        private final PinAggregates aggregates;
        private final ConferenceIdAssignment conferenceIds;
        private final UserNaming naming = new UserNaming(this::submit, this::submit);

        Process(Map<String, MortalCommands.Life> lives) {
            var vault = PinKeysResource.keyed();
            ReturnConferenceIds returns = new ReturnConferenceIds(this::submit, this::submit);
            aggregates = PinAggregates.of(
                    vault::of,
                    PinKeysResource.signer(),
                    _ -> TenantSettings.DEFAULT,
                    UserListeners.of(List.of(returns, new FollowUserNames(naming))),
                    new UserLimits(PATIENCE, Integer.MAX_VALUE, Room.ENDLESS));
            runtime = new AggregateRuntime(
                    RuntimeSettings.of(broker.connection(), "pin-service", "pin.journal", 3, "http://127.0.0.1:0")
                            .withSession(Optional.empty(), Duration.ofSeconds(6)),
                    aggregates.all());
            commands = new MortalCommands(runtime, lives);
            conferenceIds = new ConferenceIdAssignment(this::submit, this::submit, vault);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> runtime.partitions().size() == 3 && runtime.ready());
        }

        void live(String user, MortalCommands.Life life) {
            UserKey key = UserKey.parse(user);
            naming.byPerson(key, named(user), meta())
                    .thenCompose(_ -> conferenceIds.enable(key, enable(), meta()))
                    .thenCompose(_ -> conferenceIds.resetConferenceId(key, meta()))
                    .thenCompose(_ -> naming.byPerson(key, named(renamed(user)), meta()))
                    .thenCompose(_ -> submit(key, new DisableConferencing(), meta()))
                    .thenAccept(_ -> life.done());
        }

        User read(String user) {
            CompletionStage<User> state = runtime.read(aggregates.users(), user);
            return state.toCompletableFuture().join();
        }

        Optional<String> name(String user) {
            return switch (read(user)) {
                case User.Unknown _ -> Optional.empty();
                case User.Provisioned it -> Optional.of(it.profile().userPrincipalName());
                case User.Enabled it -> Optional.of(it.profile().userPrincipalName());
            };
        }

        /** Whether another user cannot have the name; who gets it goes again. */
        boolean isTaken(String name) {
            UserKey other = new UserKey("contoso.com", UUID.randomUUID().toString());
            var reply = naming.byPerson(other, named(name), meta()).toCompletableFuture();
            if (reply.join() instanceof Reply.Refused<UserRefusal, UserAnswer>(var reason)) {
                assertEquals(new UserRefusal.UserNameTaken(), reason);
                return true;
            }
            return false;
        }

        private static ProvisionUser named(String name) {
            return new ProvisionUser(new Profile(name, "Amos", null, null, null));
        }

        private CompletionStage<Reply<UserRefusal, UserAnswer>> submit(
                UserKey user, UserCommand command, CommandMeta meta) {
            return new RoutedUsers(commands, aggregates).submit(user, command, meta);
        }

        private CompletionStage<Reply<ConferenceIdRefusal, ConferenceIdAnswer>> submit(
                String conferenceId, ConferenceIdCommand command, CommandMeta meta) {
            return new RoutedConferenceIds(commands, aggregates).submit(conferenceId, command, meta);
        }

        private CompletionStage<Reply<NameRefusal, NameAnswer>> submit(
                String tenant, String name, NameCommand command, CommandMeta meta) {
            return new RoutedUserNames(commands, aggregates).submit(tenant, name, command, meta);
        }

        private static CommandMeta meta() {
            String id = UUID.randomUUID().toString();
            return new CommandMeta(id, id, Around.ADMIN);
        }

        @Override
        public void close() {
            runtime.close();
        }
    }
}
