package dev.foyer.blackbox;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.blackbox.Traffic.Answered;
import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two instances of pin-service, each asked about everybody, and kill -9 of one of them in the middle. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
@Tag("long")
class TwoInstancesIT {

    private static final int USERS = 24;
    private static final int ROUNDS = 8;
    private static final int IN_FLIGHT = 12;
    private static final int GUESSES = 1_000;
    private static final int GUESSERS = 64;
    /** Rule B2, for PINs of 5 digits and more. */
    private static final int GUESSES_THAT_LOCK = 25;

    /** A machine that is busy with other tests takes longer than the session timeout alone. */
    private static final Map<String, String> PATIENT = Map.of("FOYER_COMMAND_DEADLINE", "25s");

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NOTHING_MORE = "{\"userId\":\"%s\"}";

    private static SharedFoyer shared;
    private static BlackBox foyer;
    private static Child another;
    private static PinInstance first;
    private static PinInstance second;

    private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
    private final AtomicLong slowestMillis = new AtomicLong();

    @BeforeAll
    static void start(SharedFoyer lent) {
        shared = lent;
        foyer = lent.foyer();
        Ports ports = Ports.free();
        another = foyer.startAnother(Component.PIN_SERVICE, ports, PATIENT);
        first = PinInstance.of(foyer, foyer.ports());
        second = PinInstance.of(foyer, ports);
    }

    /** One of the tests kills the first; the order of the tests must not matter. */
    @BeforeEach
    void bothAreThere() {
        if (first.partitions() == 0) {
            foyer.crash(Component.PIN_SERVICE);
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> first.partitions() > 0 && second.partitions() > 0);
    }

    /** As it was: the others find one instance, which has everything. */
    @AfterAll
    static void stop() {
        if (another == null) {
            return;
        }
        another.stop();
        if (first.partitions() == 0) {
            foyer.crash(Component.PIN_SERVICE);
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> first.partitions() == 3);
    }

    @Test
    @Tag("F")
    void everybodyAnswersAtBothAndAfterAKillAtTheOther() throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(IN_FLIGHT)) {
            List<Future<?>> users = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                String user = "two-" + i;
                users.add(clients.submit(() -> live(user)));
            }
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> answered.size() >= USERS * ROUNDS / 2);
            System.out.println("Killed one of two after " + answered.size() + " commands, the slowest took "
                    + slowestMillis.getAndSet(0) + " ms");
            foyer.kill(Component.PIN_SERVICE);
            for (Future<?> user : users) {
                user.get();
            }
        }
        System.out.println("The slowest command after that took " + slowestMillis + " ms");
        assertEquals(USERS * (ROUNDS + 2), answered.size());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> second.partitions() == 3);
        Journal journal = Journal.read(foyer.topics(), "pin.journal");
        assertEquals(List.of(), journal.commandsDoneTwice());
        assertEquals(List.of(), journal.brokenSequences());
        assertEquals(List.of(), journal.missing(answered));
    }

    /** A thousand callers at once, half of them at each instance: as many guesses are counted as lock, and not one more. */
    @Test
    @Tag("B2")
    @Tag("B3")
    void guessesAreCountedOnceWhicheverInstanceIsAsked() throws Exception {
        String user = "two-guessed";
        assertEquals(201, first.provision(user, "guessed-provision").status());
        String pin = shared.issued(second.enable(user, "guessed-enable").text("pin"));
        String wrong = pin.startsWith("1") ? "2" + pin.substring(1) : "1" + pin.substring(1);
        try (ExecutorService callers = Executors.newFixedThreadPool(GUESSERS)) {
            List<Future<Answer>> guesses = new ArrayList<>();
            for (int i = 0; i < GUESSES; i++) {
                PinInstance at = i % 2 == 0 ? first : second;
                String call = "guess-" + i;
                guesses.add(callers.submit(() -> at.verify(user, call, wrong)));
            }
            for (Future<Answer> guess : guesses) {
                assertEquals(
                        "{\"verified\":false,\"triesLeft\":2}",
                        guess.get().body().toString());
            }
        }
        List<Integer> counts = rejections(user);
        assertEquals(GUESSES, counts.size(), "every guess is on record");
        assertEquals(
                IntStream.rangeClosed(1, GUESSES)
                        .map(i -> Math.min(i, GUESSES_THAT_LOCK))
                        .boxed()
                        .toList(),
                counts);
        assertEquals(1, published(user, "PinLocked").count());
        assertEquals("false", second.verify(user, "right", pin).text("verified"));
    }

    /**
     * Half of what the directory says, and of what becomes of conference IDs, is decided by the other instance than the one
     * that read it; no request has made it, so no token is with it.
     */
    @Test
    @Tag("F")
    @Tag("case-S3")
    void whatNoRequestHasMadeIsPassedOn() {
        List<String> users =
                IntStream.range(0, USERS).mapToObj(n -> "two-directory-" + n).toList();
        directory(users, "UserProvisioned", """
                {"userId":"%1$s","userPrincipalName":"%1$s@contoso.com","displayName":"%1$s"}""");
        awaitEvent(users, "UserProvisioned");
        directory(users, "LicenseAssigned", NOTHING_MORE);
        awaitEvent(users, "UserEnabled");
        users.forEach(user -> assertEquals(
                200,
                (user.hashCode() % 2 == 0 ? first : second)
                        .resetConferenceId(user, user + "-id")
                        .status()));
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertEquals(Set.copyOf(users), returned(users)));
        directory(users, "LicenseRemoved", NOTHING_MORE);
        awaitEvent(users, "UserDisabled");
        directory(users, "UserRemoved", NOTHING_MORE);
        awaitEvent(users, "UserRemoved");
    }

    private static void directory(List<String> users, String type, String json) {
        foyer.topics()
                .sayAll(
                        "in.contoso.com.directory",
                        "foyer.directory." + type + ".v1",
                        users.stream().collect(toMap(user -> user, json::formatted)));
    }

    private static void awaitEvent(List<String> users, String type) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        users.stream().map(user -> user + " 1").collect(toSet()),
                        users.stream()
                                .map(user -> user + " " + published(user, type).count())
                                .collect(toSet())));
    }

    /** Whose first conference ID is in the register again, and knows. */
    private static Set<String> returned(List<String> users) {
        return foyer.topics().committed("pin.journal").stream()
                .filter(found -> Records.header(found, "type").equals("ConferenceIdReturned"))
                .map(found -> Records.key(found).replace("user:contoso.com/", ""))
                .filter(users::contains)
                .collect(toSet());
    }

    /** How many failures each rejection of a PIN reports, in the order in which they happened. */
    private static List<Integer> rejections(String user) {
        return published(user, "PinRejected")
                .map(found -> json(found.value()).path("failedAttempts").asInt())
                .toList();
    }

    private static JsonNode json(byte[] value) {
        try {
            return new ObjectMapper().readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<ConsumerRecord<byte[], byte[]>> published(String user, String type) {
        return foyer.topics().committed("pin.events").stream()
                .filter(found -> Records.key(found).equals("contoso.com/" + user))
                .filter(found -> Records.type(found).equals("foyer.pin." + type + ".v1"));
    }

    /** Each command goes to the instance whose turn it is, whoever owns the user. */
    private void live(String user) {
        command(0, user + "-provision", (at, id) -> at.provision(user, id));
        command(1, user + "-enable", (at, id) -> at.enable(user, id));
        for (int round = 0; round < ROUNDS; round++) {
            command(round, user + "-reset-" + round, (at, id) -> at.reset(user, id));
        }
    }

    /** Who finds the first instance gone asks the second, which must then know the answer: no 503, no second try. */
    private void command(int turn, String id, BiFunction<PinInstance, String, Answer> command) {
        long start = System.nanoTime();
        Answer answer = turn % 2 == 0 ? atFirst(id, command) : command.apply(second, id);
        slowestMillis.accumulateAndGet(
                Duration.ofNanos(System.nanoTime() - start).toMillis(), Math::max);
        assertTrue(answer.status() == 200 || answer.status() == 201, () -> id + ": " + answer);
        answered.add(new Answered("pin.journal", id));
        Optional.ofNullable(answer.text("pin")).ifPresent(shared::issued);
    }

    private static Answer atFirst(String id, BiFunction<PinInstance, String, Answer> command) {
        try {
            Answer answer = command.apply(first, id);
            return answer.status() == 503 ? command.apply(second, id) : answer;
        } catch (CannotRun gone) {
            return command.apply(second, id);
        }
    }
}
