package dev.foyer.service.eventsourced;

import static java.util.stream.Collectors.toMap;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Only listens; each test says what it makes of what it hears. */
@ApplicationScoped
public class ListeningService implements EventSourcedService {

    /** All channels of it; two of them are of one group. */
    static final List<String> CHANNELS = List.of("words", "transacted", "moving", "moving-too", "shapes");

    @Inject
    Channels channels;

    private volatile Function<InboundEvent, CompletionStage<?>> handler = this::note;
    private volatile Function<InboundEvent, CompletionStage<?>> table = this::note;
    /** What was noted, in its order. A word may come twice: reading is at least once. */
    private final List<InboundEvent> noted = new CopyOnWriteArrayList<>();

    @Incoming("words")
    CompletionStage<Void> words(ConsumerRecords<byte[], byte[]> batch) {
        return channels.handle("words", batch);
    }

    @Incoming("transacted")
    CompletionStage<Void> transacted(ConsumerRecords<byte[], byte[]> batch) {
        return channels.handle("transacted", batch);
    }

    @Incoming("moving")
    CompletionStage<Void> moving(ConsumerRecords<byte[], byte[]> batch) {
        return channels.handle("moving", batch);
    }

    @Incoming("moving-too")
    CompletionStage<Void> movingToo(ConsumerRecords<byte[], byte[]> batch) {
        return channels.handle("moving-too", batch);
    }

    @Incoming("shapes")
    CompletionStage<Void> shapes(ConsumerRecords<byte[], byte[]> batch) {
        return channels.handle("shapes", batch);
    }

    @Override
    public boolean isOf(String tenant, String aggregateId, Object command) {
        return false;
    }

    @Override
    public Set<String> askers(String aggregateId, Object command) {
        return Set.of();
    }

    @Override
    public int storedFormat() {
        return 1;
    }

    @Override
    public List<AggregateType<?, ?, ?, ?, ?, ?>> aggregates() {
        return List.of();
    }

    @Override
    public Map<String, InboundHandler> inbound() {
        return CHANNELS.stream()
                .collect(toMap(channel -> channel, channel -> new Listening(event -> handler.apply(event))));
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table("others.table", new Listening(event -> table.apply(event))));
    }

    /** What it makes of what is said in its table, from now on. */
    void tableDoes(Function<InboundEvent, CompletionStage<?>> handler) {
        this.table = handler;
    }

    /** Until the next test says otherwise. */
    void does(Function<InboundEvent, CompletionStage<?>> handler) {
        this.handler = handler;
    }

    CompletionStage<?> note(InboundEvent event) {
        noted.add(event);
        return CompletableFuture.completedFuture(null);
    }

    List<InboundEvent> noted(String topic) {
        return noted.stream().filter(event -> event.topic().equals(topic)).toList();
    }

    Stream<String> words(String topic) {
        return noted(topic).stream().map(Speaker::word);
    }

    private record Listening(Function<InboundEvent, CompletionStage<?>> ear) implements InboundHandler {
        @Override
        public boolean understands(String type) {
            return Speaker.TYPE.equals(type);
        }

        @Override
        public CompletionStage<?> handle(InboundEvent event) {
            return ear.apply(event);
        }
    }
}
