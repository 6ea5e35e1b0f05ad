package dev.foyer.meeting.process;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.bridge.BridgeAnswer;
import dev.foyer.meeting.domain.bridge.BridgeAnswer.Beats;
import dev.foyer.meeting.domain.bridge.BridgeCommand.Ask;
import dev.foyer.meeting.domain.leg.Leg;
import dev.foyer.meeting.domain.leg.LegCommand.NoteBridge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Of a call of which nothing is heard: does its bridge send heartbeats at all (E6)? Asked once for each long call of a bridge that
 * does not. If the answer is lost, the leg's timer asks again. Never blocks.
 */
@ApplicationScoped
public class SilenceQuestions {

    private static final Logger LOG = Logger.getLogger(SilenceQuestions.class);
    private static final Actor ACTOR = Actor.service("meeting-service");

    @Inject
    Meetings meetings;

    void ask(String leg, Leg state, Instant at) {
        if (!(state instanceof Leg.At it) || it.line().beats() != null) {
            return;
        }
        String id = "silence/" + leg + "/" + at;
        CommandMeta meta = new CommandMeta(id, id, ACTOR);
        String bridge = leg.substring(0, leg.indexOf('/') + 1) + it.line().bridge();
        meetings.ofBridge(bridge, new Ask(), meta)
                .thenCompose(reply -> reply
                                instanceof
                                Reply.Done<MeetingRefusal, BridgeAnswer>(Beats(boolean ever), List<?> _, boolean _)
                        ? meetings.ofLeg(leg, new NoteBridge(ever), meta)
                        : CompletableFuture.completedStage(null))
                .whenComplete((noted, failure) -> {
                    if (failure != null) {
                        LOG.debugf("Whether a bridge sends heartbeats is not known yet: %s", failure.getMessage());
                    }
                });
    }
}
