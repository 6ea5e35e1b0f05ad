package dev.foyer.gateway.streams;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What clients missed while they were away, read from the topics again. When a gateway is restarted all of its clients come back at
 * once: {@value #AT_A_TIME} of them read at a time, and the others wait for their turn on a connection that says that it is alive.
 * Blocks its callers. Thread-safe.
 */
final class Missed {

    /** Each is a consumer of all partitions that reads what all tenants were told of: more of them are no faster. */
    static final int AT_A_TIME = 4;

    private static final Duration POLL = Duration.ofMillis(500);

    private final Turns turns = new Turns(AT_A_TIME);
    private final String client;
    private final StreamLimits limits;
    private final RecordReader reader;
    private final TopicReaders topics;
    private final BooleanSupplier stopping;

    /**
     * @param client by which the broker knows who reads
     * @param stopping nobody is told any more
     */
    Missed(String client, StreamLimits limits, RecordReader reader, TopicReaders topics, BooleanSupplier stopping) {
        this.client = client;
        this.limits = limits;
        this.reader = reader;
        this.topics = topics;
        this.stopping = stopping;
    }

    /**
     * Tells all that was missed until the subscription begins.
     *
     * @param asked behind which something was missed
     * @return behind what was heard; empty when what comes next is not kept any more
     */
    Optional<Positions> tell(Subscription live, Positions asked, Streams.Receiver receiver)
            throws IOException, InterruptedException {
        Positions until = live.start();
        Optional<Positions> heard = Optional.of(asked);
        do {
            heard = inTurn(live, heard.get(), receiver);
        } while (heard.isPresent() && !heard.get().isBehind(until) && !stopping.getAsBoolean());
        return heard;
    }

    private Optional<Positions> inTurn(Subscription live, Positions asked, Streams.Receiver receiver)
            throws IOException, InterruptedException {
        CompletableFuture<Void> turn = turns.ask();
        try {
            if (!comes(turn, asked, receiver)) {
                return Optional.of(asked);
            }
            Instant since = Instant.now().minus(limits.kept());
            try (Consumer<byte[], byte[]> consumer = topics.openForOne(client, live.layout())) {
                if (!TopicReaders.has(consumer, live.layout(), asked, since)) {
                    return Optional.empty();
                }
                receiver.alive(asked.id());
                return Optional.of(read(consumer, live, asked, receiver));
            }
        } finally {
            turns.over(turn);
        }
    }

    /** @return false: we stop before it is one's turn */
    private boolean comes(CompletableFuture<Void> turn, Positions asked, Streams.Receiver receiver)
            throws IOException, InterruptedException {
        while (!stopping.getAsBoolean()) {
            if (turn.isDone()) {
                return true;
            }
            receiver.alive(asked.id());
            try {
                turn.get(limits.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // and again
            } catch (ExecutionException e) {
                throw new IllegalStateException(e); // a turn never fails
            }
        }
        return false;
    }

    /** A turn is as long as a heartbeat. Whoever has more to hear comes again, so that one who receives slowly holds nobody up. */
    private Positions read(
            Consumer<byte[], byte[]> consumer, Subscription live, Positions asked, Streams.Receiver receiver)
            throws IOException {
        Layout layout = live.layout();
        Positions until = live.start();
        Positions heard = asked;
        long heartbeat = limits.heartbeat().toNanos();
        long began = System.nanoTime();
        TopicReaders.seek(consumer, layout, asked);
        while (!layout.positions(TopicReaders.next(consumer)).isBehind(until)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() >= until.of(layout.place(partition))) {
                    continue; // comes live
                }
                heard = layout.advanced(heard, Map.of(partition, record.offset() + 1));
                Optional<Said> said = reader.said(record).filter(live::wants);
                if (said.isPresent()) {
                    receiver.event(heard.id(), said.get().name(), said.get().json());
                }
                if (System.nanoTime() - began >= heartbeat) {
                    return heard;
                }
            }
            if (stopping.getAsBoolean()) {
                return heard;
            }
            if (System.nanoTime() - began >= heartbeat) {
                receiver.alive(heard.id()); // the broker says nothing
                began = System.nanoTime();
            }
        }
        return heard.max(until);
    }
}
