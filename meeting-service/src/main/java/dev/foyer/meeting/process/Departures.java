package dev.foyer.meeting.process;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Position;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand.HangUp;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.leg.LegCommand.NoteLeft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** Takes a call leg out of meetings; doing it again is harmless. Thread-safe, never blocks. */
@ApplicationScoped
public class Departures {

    private static final Logger LOG = Logger.getLogger(Departures.class);

    @Inject
    Meetings meetings;

    /**
     * Completes when the leg is out of all of them: by then no arrival from before that turn lets it in any more. That the leg
     * knows it, too, is not waited for; if it is lost, the leg's timer asks once more.
     *
     * @param before whoever came by that turn or a later one stays
     * @return where the public records of it are
     */
    public CompletionStage<List<Position>> leave(
            String tenant, String callId, List<String> conferenceIds, long before, CommandMeta meta) {
        return leave(tenant, callId, conferenceIds, before, false, meta);
    }

    /** The same. @param silent nothing is heard of it any more */
    CompletionStage<List<Position>> leave(
            String tenant, String callId, List<String> conferenceIds, long before, boolean silent, CommandMeta meta) {
        CompletionStage<List<Position>> all = CompletableFuture.completedFuture(List.of());
        for (String conferenceId : conferenceIds) {
            HangUp hangUp = new HangUp(tenant, callId, before, silent);
            all = all.thenCombine(leave(conferenceId, hangUp, meta), Departures::both);
        }
        return all;
    }

    private CompletionStage<List<Position>> leave(String conferenceId, HangUp hangUp, CommandMeta meta) {
        String tenant = hangUp.tenant();
        String callId = hangUp.callId();
        long before = hangUp.before();
        String step = meta.commandId() + "/" + before + "/" + conferenceId;
        return meetings.submit(conferenceId, hangUp, meta.withCommandId(step + "/leave"))
                .thenApply(reply -> {
                    note(CallMoves.leg(tenant, callId), new NoteLeft(conferenceId, before), meta, step);
                    return positions(reply);
                });
    }

    private void note(String leg, NoteLeft left, CommandMeta meta, String step) {
        meetings.ofLeg(leg, left, meta.withCommandId(step + "/left")).whenComplete((noted, failure) -> {
            if (failure != null) {
                LOG.debugf("That a call left is not noted yet: %s", failure.getMessage());
            }
        });
    }

    /** A meeting that there is not, or that is over, has nobody. */
    private static List<Position> positions(Reply<MeetingRefusal, MeetingAnswer> reply) {
        return reply instanceof Reply.Done<MeetingRefusal, MeetingAnswer> done ? done.positions() : List.of();
    }

    private static List<Position> both(List<Position> some, List<Position> more) {
        List<Position> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
