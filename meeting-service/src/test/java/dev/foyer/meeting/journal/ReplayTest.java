package dev.foyer.meeting.journal;

import static dev.foyer.meeting.Gateway.end;
import static dev.foyer.meeting.Gateway.hangUp;
import static dev.foyer.meeting.Gateway.join;
import static dev.foyer.meeting.Gateway.scheduled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.meeting.MeetingEventsTopic;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.meeting.domain.Call;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingDecider;
import dev.foyer.meeting.setup.MeetingAggregates;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The journal that a broker kept folds to the state that the owner serves; also for a meeting of a thousand. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinServiceKeys.class)
class ReplayTest {

    private static final int CALLERS = 1_000;

    @Inject
    Meetings meetings;

    @Inject
    Commands commands;

    @Inject
    MeetingAggregates aggregates;

    @Test
    @Tag("E2")
    void aThousandCallersAreLetInByOneCommandAndTheJournalSaysSo() {
        String id = scheduled();
        allDial(id);
        join(id, "p-1").statusCode(200);

        List<String> admitted = MeetingEventsTopic.of(id).stream()
                .filter(line -> line.startsWith("CallersAdmitted"))
                .flatMap(line -> Stream.of(line.split(" ")).skip(1))
                .toList();
        assertEquals(CALLERS, admitted.size());
        assertEquals(CALLERS, admitted.stream().distinct().count());
        assertEquals(CALLERS, running(id).attendance().callers().size());
        assertEquals(live(id), folded(id));

        hangUp(id, "c-1").statusCode(204);
        assertEquals(live(id), folded(id));
        end("contoso.com", id).statusCode(204);
        assertEquals(live(id), folded(id));
    }

    private void allDial(String id) {
        CompletableFuture.allOf(IntStream.range(0, CALLERS)
                        .mapToObj(i -> meetings.submit(
                                        id,
                                        new DialIn("contoso.com", new Call("c-" + i, "+390212345678", null)),
                                        new CommandMeta(
                                                UUID.randomUUID().toString(),
                                                "test",
                                                new Actor("bridge", "bridge", null)))
                                .toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private Meeting.Running running(String id) {
        assertTrue(live(id) instanceof Meeting.Running, "runs");
        return (Meeting.Running) live(id);
    }

    private Meeting live(String id) {
        return commands.read(aggregates.meetings(), id).toCompletableFuture().join();
    }

    private static Meeting folded(String id) {
        MeetingDecider decider = new MeetingDecider();
        Meeting state = decider.initial();
        for (ConsumerRecord<byte[], byte[]> stored :
                TopicContents.records(BrokerResource.broker(), "meeting.journal")) {
            if (text(stored.key()).equals("meeting:" + id)) {
                String type = text(stored.headers().lastHeader("type").value());
                state = decider.evolve(state, MeetingJournal.events().read(type, stored.value()));
            }
        }
        return state;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
