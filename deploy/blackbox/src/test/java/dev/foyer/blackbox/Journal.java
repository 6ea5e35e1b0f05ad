package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.blackbox.Traffic.Answered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * One service's journal as it was committed. Who and why stand in each record's headers; the last record of a command
 * carries the command's answer.
 */
record Journal(String name, List<Entry> entries) {

    private static final List<String> ENDING = List.of(
            "sign-in-source:",
            "call-source:",
            "campaign:",
            "user:",
            "user-name:",
            "conference-id:",
            "meeting:",
            "choice:",
            "call:",
            "link:",
            "webhook-outbox:",
            "dead-letter:");
    private static final long EVENTS_OF_A_LIFE = 1 << 20;

    record Entry(String key, String command, String correlation, long sequence, boolean concludes) {}

    static Journal read(Topics topics, String name) {
        return new Journal(
                name, topics.committed(name).stream().map(Journal::entry).toList());
    }

    /** Commands that one aggregate has decided more than once. */
    List<String> commandsDoneTwice() {
        Set<String> seen = new HashSet<>();
        return entries.stream()
                .filter(Entry::concludes)
                .map(entry -> entry.key() + " " + entry.command())
                .filter(command -> !seen.add(command))
                .toList();
    }

    /**
     * Events that do not follow the one before of the same aggregate: a gap is a loss, a repetition a double. Most aggregates end and may
     * come again: each of their lives begins with the time.
     */
    List<String> brokenSequences() {
        Map<String, Long> last = new HashMap<>();
        List<String> broken = new ArrayList<>();
        for (Entry entry : entries) {
            long before = last.getOrDefault(entry.key(), 0L);
            if (entry.sequence() != before + 1 && !beginsALife(entry, before)) {
                broken.add(entry.key() + ": " + entry.sequence() + " after " + before);
            }
            last.put(entry.key(), entry.sequence());
        }
        return broken;
    }

    private static boolean beginsALife(Entry entry, long before) {
        return ENDING.stream().anyMatch(entry.key()::startsWith)
                && entry.sequence() > before
                && entry.sequence() % EVENTS_OF_A_LIFE == 1;
    }

    /** Answered commands of this journal that are not in it. */
    List<Answered> missing(Iterable<Answered> answered) {
        Set<String> found = new HashSet<>();
        entries.stream().filter(Entry::concludes).forEach(entry -> found.add(entry.correlation()));
        List<Answered> missing = new ArrayList<>();
        for (Answered command : answered) {
            if (command.journal().equals(name) && !found.contains(command.correlationId())) {
                missing.add(command);
            }
        }
        return missing;
    }

    private static Entry entry(ConsumerRecord<byte[], byte[]> found) {
        return new Entry(
                new String(found.key(), UTF_8),
                header(found, "cmd"),
                header(found, "corr"),
                Long.parseLong(header(found, "seq")),
                found.headers().lastHeader("answer") != null);
    }

    private static String header(ConsumerRecord<byte[], byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        return new String(header.value(), UTF_8);
    }
}
