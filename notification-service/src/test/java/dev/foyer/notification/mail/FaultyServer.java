package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.notification.domain.Copies;
import dev.foyer.notification.domain.Reasons;
import dev.foyer.testing.ScriptedMailServer;
import dev.foyer.testing.ScriptedMailServer.Received;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A mail server that fails in all ways it can, by chance, and users whose PIN is reset while it is asked for them; and what must be true
 * of each mail in the end. What happens to a user follows from the seed; connections fail in another order each time.
 */
final class FaultyServer implements AutoCloseable {

    private static final String HANG_UP = ScriptedMailServer.HANG_UP;

    /** How long one that is late lets us wait for its answer to a mail. */
    static final Duration LATE = Duration.ofSeconds(3);

    private final ScriptedMailServer server;
    private final int mute;
    private final Random ofConnections;
    private final Map<String, Chances> users = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> unanswered = new ConcurrentHashMap<>();
    /** Whom a connection asked for last; each has a thread of its own. */
    private final ThreadLocal<Chances> asked = new ThreadLocal<>();

    private final Consumer<String> reset;

    /**
     * @param server that takes every mail as yet
     * @param mute of how many in a thousand it says nothing when asked for them, or late, or never when it has the mail: costs our patience
     * @param reset makes a second mail for a user
     */
    FaultyServer(ScriptedMailServer server, int mute, long seed, Collection<String> names, Consumer<String> reset) {
        this.server = server;
        this.mute = mute;
        this.reset = reset;
        this.ofConnections = new Random(seed);
        names.forEach(name -> users.put(name, new Chances(name, new Random(seed + name.hashCode()))));
        server.answer("GREETING", line -> oneInTen() ? any("421 busy", HANG_UP, "garbage") : "220 failing")
                .answer("RSET", line -> oneInTen() ? any(HANG_UP, "421 closing") : "250 OK")
                .answer("MAIL", line -> oneInTen() ? any("421 closing" + HANG_UP, "451 later", "452 full", "") : "250")
                .answer("RCPT", line -> {
                    asked.set(users.get(user(line)));
                    return asked.get().toRecipient();
                })
                .answer("DATA", line -> asked.get().toData())
                .answerMails(mail -> users.get(user(mail.address())).afterTheDot(idOf(mail)));
    }

    /** One mail as the ledger has it in the end. @param id what stands in its Message-ID, up to the {@code @} */
    record Fate(String id, String status, String reason) {}

    /** Of one user; used by one thread after another, because one mail of a user is sent at a time. */
    private final class Chances {
        private final String name;
        private final Random random;
        private final boolean unknown;
        private volatile String resetAt;
        /** How often it was closed behind the {@code 354}: the client may have noticed only when it had given the mail. */
        private volatile int hungUpOn;

        Chances(String name, Random random) {
            this.name = name;
            this.random = random;
            this.unknown = random.nextInt(20) == 7;
            this.resetAt = random.nextBoolean() ? null : any("RCPT", "DOT");
        }

        private String toRecipient() {
            comesTo("RCPT");
            if (unknown) {
                return "550 5.1.1 nobody";
            }
            if (isMute()) {
                return ScriptedMailServer.SILENCE;
            }
            return chance(10) ? any("450 4.2.0 greylisted", "471 unheard of", "999 x", HANG_UP) : "250 OK";
        }

        private String toData() {
            String answer = chance(10) ? any("451 later", HANG_UP, "354 go on" + HANG_UP) : "354 go on";
            hungUpOn += answer.equals("354 go on" + HANG_UP) ? 1 : 0;
            return answer;
        }

        private String afterTheDot(String id) {
            comesTo("DOT");
            if (isMute() && random.nextBoolean()) {
                return late();
            }
            boolean never = isMute();
            if (never || chance(5)) {
                unanswered.computeIfAbsent(id, same -> new AtomicInteger()).incrementAndGet();
                return never ? ScriptedMailServer.SILENCE : any(HANG_UP, "hm");
            }
            return chance(5)
                    ? any("451 4.3.0 later", "452 4.2.2 full", "421 4.3.2 closing" + HANG_UP)
                    : any("250", "250 2.0.0 queued", "250-two\r\n250 lines");
        }

        /** An administrator resets the PIN at the moment at which the server is asked. */
        private void comesTo(String step) {
            if (step.equals(resetAt)) {
                resetAt = null;
                reset.accept(name);
            }
        }

        private boolean isMute() {
            return random.nextInt(1_000) < mute;
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }

        private String any(String... answers) {
            return answers[random.nextInt(answers.length)];
        }
    }

    /** @param fates of each user's mails, the oldest first; all of them are over */
    void check(Map<String, List<Fate>> fates) {
        Map<String, List<Received>> given = server.mails().stream().collect(Collectors.groupingBy(FaultyServer::idOf));
        Map<String, List<Received>> taken = server.taken().stream().collect(Collectors.groupingBy(FaultyServer::idOf));
        assertEquals(fates.keySet(), users.keySet());
        Set<String> known =
                fates.values().stream().flatMap(List::stream).map(Fate::id).collect(Collectors.toSet());
        assertTrue(known.containsAll(given.keySet()), "the server knows mails by the ids that the ledger has");
        assertAll(fates.entrySet().stream()
                .flatMap(user -> user.getValue().stream()
                        .map(mail -> () -> check(
                                user.getKey(),
                                mail,
                                taken.getOrDefault(mail.id(), List.of()).size(),
                                unanswered
                                        .getOrDefault(mail.id(), new AtomicInteger())
                                        .get()))));
        noneIsStale(fates);
        assertTrue(given.keySet().size() > users.size(), "there were resets");
        assertTrue(unanswered.size() > users.size() / 50, unanswered.size() + " without an answer");
        assertTrue(server.mostAtOnce() <= WorkerPool.MOST, server.mostAtOnce() + " connections");
    }

    private void check(String user, Fate mail, int taken, int copies) {
        String said = user + " " + mail + ", taken " + taken + ", unanswered " + copies;
        String reason = mail.reason() == null ? "" : mail.reason();
        int doubts = Copies.in(reason);
        assertTrue(copies <= doubts && doubts <= copies + users.get(user).hungUpOn, said);
        switch (mail.status()) {
            case "SENT" -> assertEquals(1, taken, said);
            case "SUPERSEDED" -> assertEquals(reason.startsWith(Reasons.LEFT_BEFORE_SUPERSEDED) ? 1 : 0, taken, said);
            case "FAILED" -> {
                assertEquals(0, taken, said);
                assertTrue(users.get(user).unknown || doubts == Unanswered.MOST, said);
            }
            default -> throw new AssertionError(said);
        }
    }

    /** Once a later mail has been given to a server, the one before it is not; and the last one is never superseded. */
    private void noneIsStale(Map<String, List<Fate>> fates) {
        Map<String, List<String>> order = server.mails().stream()
                .collect(Collectors.groupingBy(
                        mail -> user(mail.address()), Collectors.mapping(FaultyServer::idOf, Collectors.toList())));
        fates.forEach((user, mails) -> {
            List<String> oldestFirst = mails.stream().map(Fate::id).toList();
            List<String> sent = order.getOrDefault(user, List.of());
            assertEquals(
                    sent.stream().map(oldestFirst::indexOf).sorted().toList(),
                    sent.stream().map(oldestFirst::indexOf).toList(),
                    user);
            assertFalse(mails.getLast().status().equals("SUPERSEDED"), user);
        });
    }

    private static String late() {
        try {
            Thread.sleep(LATE); // what it is about
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "250 at last";
    }

    private boolean oneInTen() {
        return ofConnections.nextInt(10) == 0;
    }

    private String any(String... answers) {
        return answers[ofConnections.nextInt(answers.length)];
    }

    private static String user(String address) {
        return address.replaceAll(".*<|@.*", "");
    }

    private static String idOf(Received mail) {
        return mail.header("Message-ID").getFirst().replaceAll("<|@.*|>", "");
    }

    @Override
    public void close() {
        server.close();
    }
}
