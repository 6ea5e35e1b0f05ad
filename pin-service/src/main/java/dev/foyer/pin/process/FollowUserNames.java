package dev.foyer.pin.process;

import dev.foyer.base.UserName;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.UserEvent;
import dev.foyer.pin.domain.user.UserEvent.UserNameAwaited;
import dev.foyer.pin.domain.user.UserEvent.UserNameLeft;
import dev.foyer.pin.domain.user.UserRefusal.UserNameNotReserved;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Does in the register of names what users said: releases what they left, asks for what they wait for. If that fails on the
 * way, or the process dies, the timer asks again, and what was left is found by whoever wants it. Never blocks.
 */
@Singleton
public class FollowUserNames implements CommitListener<User, UserEvent> {

    private static final Logger LOG = Logger.getLogger(FollowUserNames.class);

    private final UserNaming naming;

    @Inject
    public FollowUserNames(UserNaming naming) {
        this.naming = naming;
    }

    @Override
    public void committed(String user, User state, List<UserEvent> events) {
        for (UserEvent event : events) {
            switch (event) {
                case UserNameLeft(String name, long epoch, var at) ->
                    naming.release(UserKey.parse(user), name, epoch).whenComplete((_, failure) -> {
                        if (failure != null) {
                            LOG.debugf("A name that %s left is not released: %s", user, failure.getMessage());
                        }
                    });
                case UserNameAwaited(String name, var since, var due) ->
                    naming.settle(
                            UserKey.parse(user),
                            new UserNameNotReserved(
                                    UserName.folded(name), state.name().epoch()));
                default -> {}
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
}
