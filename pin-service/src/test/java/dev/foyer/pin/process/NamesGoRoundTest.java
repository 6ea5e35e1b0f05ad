package dev.foyer.pin.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.UserName;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.Around;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.ProfileChange;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand.ChangeUser;
import dev.foyer.pin.domain.user.UserCommand.NamingCommand;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.domain.user.UserRefusal.UserNameTaken;
import dev.foyer.pin.domain.username.ReservedName.Held;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** User names that change hands, in whatever order it is heard and whatever is lost on the way. */
@Tag("G5")
@Tag("G6")
class NamesGoRoundTest {

    private static final Actor DIRECTORY = new Actor("directory", "directory", null);
    private static final int RUNS = 300;

    private NamesWorld world = new NamesWorld(new Random(1));
    private final Map<String, Deque<Record>> records = new TreeMap<>();
    private final List<CompletionStage<?>> puts = new ArrayList<>();
    private String prefix = "name-";
    private int requests;

    /** What the directory says of one user; told again until it is heard. */
    private final class Record {
        private final Object command;
        private final CommandMeta meta = meta(DIRECTORY);
        private CompletionStage<Reply<UserRefusal, UserAnswer>> handling;

        Record(Object command) {
            this.command = command;
        }

        /** @return whether it has been heard */
        boolean tell(String user) {
            UserKey key = UserKey.parse(NamesWorld.key(user));
            if (handling == null || handling.toCompletableFuture().isCompletedExceptionally()) {
                handling = command instanceof NamingCommand naming
                        ? world.naming.byDirectory(key, naming, meta)
                        : world.submit(key, new RemoveUser(), meta);
            }
            return handling.toCompletableFuture().isDone()
                    && !handling.toCompletableFuture().isCompletedExceptionally();
        }
    }

    /** {@code -Dfoyer.seed=...} repeats one run. */
    static LongStream seeds() {
        Long given = Long.getLong("foyer.seed");
        return given == null ? new Random().longs(RUNS) : LongStream.of(given);
    }

    @Test
    void ofTwoDoorsAtOnceOneGetsTheName() {
        for (int seed = 0; seed < 100; seed++) {
            world = new NamesWorld(new Random(seed));
            var one = put("u-1", "kx@contoso.com");
            var other = put("u-2", "KX@Contoso.com");
            world.settle();
            long done = List.of(one, other).stream()
                    .filter(reply -> reply.toCompletableFuture().join() instanceof Reply.Done)
                    .count();
            assertEquals(1, done, () -> String.join("\n", world.log));
            assertRegisterIsWhatUsersHave();
        }
    }

    @Test
    void aPersonIsRefusedAndADirectoryWaits() {
        say("u-1", named("a"));
        deliver();
        assertTaken("u-2", "A");
        say("u-2", named("A"));
        deliver();
        assertEquals(Map.of("u-1", "a", "u-2", "u-2"), names());
        assertTaken("u-2", "a");
        put("u-1", "b");
        world.settle();
        assertEquals(Map.of("u-1", "b", "u-2", "A"), names());
        assertRegisterIsWhatUsersHave();
    }

    @ParameterizedTest
    @CsvSource({"2,name-", "3,name-", "5,name-", "2,u-", "3,u-"})
    void aSwapAndEveryRingEndRightInEveryOrder(int size, String prefix) {
        for (int seed = 0; seed < 100; seed++) {
            world = new NamesWorld(new Random(seed));
            records.clear();
            IntStream.range(0, size).forEach(i -> say("u-" + i, named(prefix + i)));
            deliver();
            Map<String, String> wanted = new TreeMap<>();
            for (int i = 0; i < size; i++) {
                wanted.put("u-" + i, prefix + (i + 1) % size);
                say("u-" + i, named(wanted.get("u-" + i)));
            }
            deliver();
            assertEquals(wanted, names());
            assertRegisterIsWhatUsersHave();
        }
    }

    /** The last in the chain makes room: whoever is heard first waits. */
    @Test
    void aChainMovesUp() {
        IntStream.range(0, 4).forEach(i -> say("u-" + i, named("name-" + i)));
        deliver();
        for (int i = 0; i < 4; i++) {
            say("u-" + i, named("name-" + (i + 1)));
            deliver();
        }
        assertEquals(Map.of("u-0", "name-1", "u-1", "name-2", "u-2", "name-3", "u-3", "name-4"), names());
        assertRegisterIsWhatUsersHave();
    }

    /** Whoever waits and is changed in between, by the directory or by a person who sees the userId as name, goes on waiting. */
    @Test
    void whoGoesLeavesTheNameToWhoWaits() {
        say("u-1", named("a"));
        deliver();
        say("u-2", named("a"));
        say(
                "u-2",
                new ChangeUser(new ProfileChange(
                        new Profile(null, "Another", null, null, null), Set.of(ProfileChange.Field.DISPLAY_NAME))));
        deliver();
        put("u-2", "u-2");
        world.settle();
        assertEquals(Map.of("u-1", "a", "u-2", "u-2"), names());
        say("u-1", new RemoveUser());
        deliver();
        assertEquals(Map.of("u-2", "a"), names());
        assertRegisterIsWhatUsersHave();
    }

    @Test
    void whoWasThereBeforeTheRegisterGetsTheName() {
        world.earlier("u-1", "a");
        world.earlier("u-2", "B");
        world.settle();
        assertEquals(Map.of("u-1", "a", "u-2", "B"), names());
        assertRegisterIsWhatUsersHave();
        assertTaken("u-3", "b");
    }

    /** As could be before there was a register: one of them is called by the id until somebody decides. */
    @Test
    void ofTwoOfBeforeWithOneNameOneKeepsIt() {
        world.earlier("u-1", "a");
        world.earlier("u-2", "A");
        world.settle();
        assertEquals(2, Set.copyOf(names().values()).size(), () -> names().toString());
        put("u-1", "b");
        put("u-2", "a");
        world.settle();
        assertEquals(Map.of("u-1", "b", "u-2", "a"), names());
        assertRegisterIsWhatUsersHave();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverHappensTheDirectorysLastWordHolds(long seed) {
        Random random = new Random(seed);
        world = new NamesWorld(random);
        int size = 2 + random.nextInt(4);
        prefix = random.nextBoolean() ? "name-" : "u-"; // a name may be like an id, also like the own one
        if (random.nextBoolean()) {
            IntStream.range(0, size).forEach(i -> world.earlier("u-" + i, prefix + i));
            world.settle();
        }
        try {
            chaos(random, size, random.nextBoolean() ? 5 : 0);
            while (puts.stream().anyMatch(put -> !put.toCompletableFuture().isDone())) {
                world.step(); // a person's word that comes with the directory's last one may be the later one
            }
            List<Integer> last =
                    new ArrayList<>(IntStream.range(0, size).boxed().toList());
            Collections.shuffle(last, random);
            Map<String, String> wanted = new TreeMap<>();
            for (int i = 0; i < size; i++) {
                wanted.put("u-" + i, cased(random, prefix + last.get(i)));
                say("u-" + i, named(wanted.get("u-" + i)));
            }
            deliver();
            Map<String, String> folded = new TreeMap<>();
            names().forEach((user, name) -> folded.put(user, UserName.folded(name)));
            wanted.replaceAll((_, name) -> UserName.folded(name));
            assertEquals(wanted, folded);
            world.users.forEach((key, user) -> assertNull(user.name().awaited(), key));
            assertWhatNobodyUsesIsFree();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + "\n" + String.join("\n", world.log), e);
        }
    }

    private void chaos(Random random, int size, int losses) {
        world.losses = losses;
        for (int i = 0; i < 40; i++) {
            String user = "u-" + random.nextInt(size);
            String name = cased(random, prefix + random.nextInt(size + 1));
            switch (random.nextInt(8)) {
                case 0 -> say(user, new RemoveUser());
                case 1, 2 -> put(user, name);
                default -> say(user, named(name));
            }
            for (int k = random.nextInt(12); k > 0; k--) {
                tellAll();
                world.step();
            }
            if (random.nextInt(4) == 0) {
                world.pass(Duration.ofSeconds(random.nextInt(80)));
            }
        }
    }

    /** One user's records in their order; those of different users as chance picks their steps. */
    private void tellAll() {
        records.forEach((user, mine) -> {
            if (!mine.isEmpty() && mine.peek().tell(user)) {
                mine.poll();
            }
        });
    }

    private void deliver() {
        world.losses = 0;
        for (int i = 0; i < 20_000 && records.values().stream().anyMatch(mine -> !mine.isEmpty()); i++) {
            tellAll();
            if (!world.step()) {
                world.pass(Duration.ofSeconds(1));
            }
        }
        assertTrue(records.values().stream().allMatch(Deque::isEmpty), "records are left");
        world.settle();
    }

    private void say(String user, Object command) {
        records.computeIfAbsent(user, _ -> new ArrayDeque<>()).add(new Record(command));
    }

    private CompletionStage<Reply<UserRefusal, UserAnswer>> put(String user, String name) {
        var put = world.naming.byPerson(UserKey.parse(NamesWorld.key(user)), named(name), meta(Around.ADMIN));
        puts.add(put);
        return put;
    }

    private void assertTaken(String user, String name) {
        var refused = put(user, name);
        world.settle();
        assertInstanceOf(
                UserNameTaken.class,
                assertInstanceOf(
                                Reply.Refused.class,
                                refused.toCompletableFuture().join())
                        .reason());
    }

    private static ProvisionUser named(String name) {
        return new ProvisionUser(new Profile(name, "Somebody", null, null, null));
    }

    private static String cased(Random random, String name) {
        return random.nextBoolean() ? name : name.toUpperCase(Locale.ROOT);
    }

    private CommandMeta meta(Actor actor) {
        String id = "request-" + requests++;
        return new CommandMeta(id, id, actor);
    }

    private Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        world.users.forEach((key, user) ->
                NamesWorld.name(user).ifPresent(name -> names.put(key.substring(key.indexOf('/') + 1), name)));
        return names;
    }

    private Map<String, String> heldBy() {
        Map<String, String> held = new TreeMap<>();
        world.register.forEach((key, state) -> {
            if (state instanceof Held(String owner, long _)) {
                held.put(key.substring(key.indexOf('/') + 1), owner);
            }
        });
        return held;
    }

    /** Where nothing was lost, nothing is left. */
    private void assertRegisterIsWhatUsersHave() {
        Map<String, String> own = new TreeMap<>();
        names().forEach((user, name) -> own.put(UserName.folded(name), NamesWorld.key(user)));
        assertEquals(own, heldBy(), () -> String.join("\n", world.log));
    }

    /** What a loss has left in the register stands in nobody's way. */
    private void assertWhatNobodyUsesIsFree() {
        int size = names().size();
        Set<String> used = new HashSet<>();
        names().values().forEach(name -> used.add(UserName.folded(name)));
        List<String> left =
                heldBy().keySet().stream().filter(name -> !used.contains(name)).toList();
        left.forEach(name -> put("new-" + name, name));
        world.settle();
        assertEquals(size + left.size(), names().size());
        assertRegisterIsWhatUsersHave();
    }
}
