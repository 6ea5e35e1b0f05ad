package dev.foyer.meeting.process;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.bridge.BridgeCommand.NoteBeat;
import dev.foyer.meeting.domain.leg.LegAnswer;
import dev.foyer.meeting.domain.leg.LegAnswer.Alive;
import dev.foyer.meeting.domain.leg.LegCommand.NoteAlive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A bridge says that it still has a call (E6). Most say nothing new and leave no trace. Thread-safe, never blocks. */
@ApplicationScoped
public class Heartbeats {

    @Inject
    Meetings meetings;

    /** Refused when there is no such call any more. @param meta whose actor is the bridge */
    public CompletionStage<Reply<MeetingRefusal, LegAnswer>> alive(String tenant, String callId, CommandMeta meta) {
        return meetings.ofLeg(CallMoves.leg(tenant, callId), new NoteAlive(), meta)
                .thenCompose(reply -> reply
                                        instanceof
                                        Reply.Done<MeetingRefusal, LegAnswer>(
                                                Alive(boolean noted),
                                                List<?> _,
                                                boolean _)
                                && noted
                        ? meetings.ofBridge(
                                        tenant + "/" + meta.actor().name(),
                                        new NoteBeat(),
                                        meta.withCommandId(meta.commandId() + "/beat"))
                                .thenApply(beats -> reply)
                        : CompletableFuture.completedStage(reply));
    }
}
