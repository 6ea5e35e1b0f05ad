package dev.foyer.meeting.process;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.meeting.domain.leg.Leg;
import dev.foyer.meeting.domain.leg.LegEvent;
import dev.foyer.meeting.domain.leg.LegEvent.LeavingOverdue;
import dev.foyer.meeting.domain.leg.LegEvent.LegFellSilent;
import dev.foyer.meeting.domain.leg.LegEvent.SilenceQuestioned;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes call legs out of where they were, if nothing is heard of them any more or whoever began with that has died: the leg's
 * timer says so, again and again until it is done. Nothing here needs to be remembered. Never blocks.
 */
@Singleton
public class LateLeavings implements CommitListener<Leg, LegEvent> {

    private static final Logger LOG = Logger.getLogger(LateLeavings.class);
    private static final Actor ACTOR = Actor.service("meeting-service");

    private final Departures departures;
    private final SilenceQuestions questions;

    /** Submits to the very aggregates that it listens to: it may not be used before all are made. */
    @Inject
    public LateLeavings(Departures departures, SilenceQuestions questions) {
        this.departures = departures;
        this.questions = questions;
    }

    @Override
    public void committed(String leg, Leg state, List<LegEvent> events) {
        for (LegEvent event : events) {
            if (event instanceof LeavingOverdue overdue) {
                leave(leg, state, overdue.at());
            } else if (event instanceof LegFellSilent silent) {
                leave(leg, state, silent.at());
            } else if (event instanceof SilenceQuestioned questioned) {
                questions.ask(leg, state, questioned.at());
            }
        }
    }

    /** The timer knows what is left to do. */
    @Override
    public boolean wantsRecovery() {
        return false;
    }

    @Override
    public void recovered(String leg, Leg state) {}

    private void leave(String leg, Leg state, Instant at) {
        int slash = leg.indexOf('/');
        String id = "leaving/" + leg + "/" + at;
        departures
                .leave(
                        leg.substring(0, slash),
                        leg.substring(slash + 1),
                        List.copyOf(state.remaining().keySet()),
                        state.lastTurn(),
                        state instanceof Leg.HungUp it && it.silent(),
                        new CommandMeta(id, id, ACTOR))
                .whenComplete((left, failure) -> {
                    if (failure != null) {
                        LOG.debugf("A call cannot be taken out of where it was yet: %s", failure.getMessage());
                    }
                });
    }
}
