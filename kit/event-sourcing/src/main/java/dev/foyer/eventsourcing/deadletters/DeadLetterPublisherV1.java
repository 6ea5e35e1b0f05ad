package dev.foyer.eventsourcing.deadletters;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.eventsourcing.deadletters.DeadLetter.Replaying;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.LetterDiscarded;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.LetterForgotten;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.ReplayBegun;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.ReplayContinued;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.ReplayEnded;
import dev.foyer.eventsourcing.deadletters.DeadLetterEventsV1.DeadLetterDiscarded;
import dev.foyer.eventsourcing.deadletters.DeadLetterEventsV1.DeadLetterReplayed;
import java.util.List;

/** What became of dead letters, among the public events of the service that wrote them. Nothing of what is in them. */
public final class DeadLetterPublisherV1 implements Publisher<DeadLetter, DeadLetterEvent, DeadLetterAnswer> {

    private final String topic;
    private final String prefix;

    /**
     * @param topic of the service's public events
     * @param service as it stands in their types, e.g. {@code pin}
     */
    public DeadLetterPublisherV1(String topic, String service) {
        this.topic = topic;
        this.prefix = "foyer." + service + ".";
    }

    @Override
    public List<PublicRecord> publish(Fact<DeadLetter, DeadLetterEvent, DeadLetterAnswer> fact) {
        return switch (fact.event()) {
            case ReplayEnded ended
            when fact.before() instanceof Replaying replaying ->
                List.of(record(fact.aggregateId(), replayed(fact.aggregateId(), replaying, ended)));
            case LetterDiscarded discarded ->
                List.of(record(fact.aggregateId(), discarded(fact.aggregateId(), discarded)));
            case ReplayEnded _, ReplayBegun _, ReplayContinued _, LetterForgotten _ -> List.of();
        };
    }

    private static DeadLetterReplayed replayed(String id, Replaying replaying, ReplayEnded ended) {
        LetterPlace place = replaying.place();
        return new DeadLetterReplayed(
                DeadLetterType.tenantOf(id),
                DeadLetterType.letterOf(id),
                place.topic(),
                place.originPartition(),
                place.originOffset(),
                ended.why() == null ? "HANDLED" : "BURIED_AGAIN",
                ended.why(),
                replaying.asked().reason(),
                ended.at());
    }

    private static DeadLetterDiscarded discarded(String id, LetterDiscarded event) {
        LetterPlace place = event.place();
        return new DeadLetterDiscarded(
                DeadLetterType.tenantOf(id),
                DeadLetterType.letterOf(id),
                place.topic(),
                place.originPartition(),
                place.originOffset(),
                event.reason(),
                event.at());
    }

    private PublicRecord record(String id, DeadLetterEventsV1 data) {
        String type = switch (data) {
            case DeadLetterReplayed _ -> "DeadLetterReplayed.v1";
            case DeadLetterDiscarded _ -> "DeadLetterDiscarded.v1";
        };
        return new PublicRecord(topic, id, prefix + type, id, DeadLetterType.tenantOf(id), data);
    }
}
