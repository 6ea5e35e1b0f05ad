package dev.foyer.pin.process;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.pin.ConferenceIds;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Release;
import dev.foyer.pin.domain.user.UnsettledIds.Unsettled;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdReturned;
import dev.foyer.pin.domain.user.UserEvent;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdGivenUp;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Gives a conference ID back to the register as soon as its user gave it up, and tells the user. If that fails on the
 * way, or the process dies, the user's timer gives it up once more: nothing here needs to be remembered. Never blocks.
 */
@Singleton
public class ReturnConferenceIds implements CommitListener<User, UserEvent> {

    private static final Logger LOG = Logger.getLogger(ReturnConferenceIds.class);
    private static final Actor ACTOR = Actor.service("pin-service");

    private final Users users;
    private final ConferenceIds conferenceIds;

    /** Listens to the very aggregates that it submits to: neither may be used before all are made. */
    @Inject
    public ReturnConferenceIds(Users users, ConferenceIds conferenceIds) {
        this.users = users;
        this.conferenceIds = conferenceIds;
    }

    @Override
    public void committed(String user, User state, List<UserEvent> events) {
        for (UserEvent event : events) {
            if (event instanceof ConferenceIdGivenUp(var conferenceId, var at, var retry)) {
                giveBack(user, conferenceId, state.ids().byId().get(conferenceId));
            }
        }
    }

    /** The timer knows what is left to do; a million users need not be looked at. */
    @Override
    public boolean wantsRecovery() {
        return false;
    }

    @Override
    public void recovered(String user, User state) {}

    private void giveBack(String user, String conferenceId, Unsettled unsettled) {
        if (unsettled == null) {
            return; // settled within the same batch
        }
        // The same id for each attempt at this return: one that is late must not take away what was reserved since.
        String id = user + "/" + conferenceId + "/" + unsettled.returningSince();
        conferenceIds
                .submit(conferenceId, new Release(user), new CommandMeta(id + "/release", id, ACTOR))
                .thenCompose(released -> users.submit(
                        UserKey.parse(user),
                        new NoteConferenceIdReturned(conferenceId),
                        new CommandMeta(id + "/returned", id, ACTOR)))
                .whenComplete((noted, failure) -> {
                    if (failure != null) {
                        LOG.debugf("%s cannot be given back yet: %s", conferenceId, failure.getMessage());
                    }
                });
    }
}
