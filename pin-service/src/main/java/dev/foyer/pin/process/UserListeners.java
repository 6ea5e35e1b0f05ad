package dev.foyer.pin.process;

import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.UserEvent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** All who hear of what happened to users. */
@Singleton
public class UserListeners implements CommitListener<User, UserEvent> {

    private final List<CommitListener<User, UserEvent>> all;

    @Inject
    public UserListeners(ReturnConferenceIds returns, WaitingLicences licences, FollowUserNames names, PinLocks locks) {
        this(List.of(returns, licences, names, locks));
    }

    UserListeners(List<CommitListener<User, UserEvent>> all) {
        this.all = all;
    }

    /** Some of them. */
    public static UserListeners of(List<CommitListener<User, UserEvent>> some) {
        return new UserListeners(List.copyOf(some));
    }

    @Override
    public void committed(String user, User state, List<UserEvent> events) {
        all.forEach(each -> each.committed(user, state, events));
    }

    /** Timers know what is left to do; a million users need not be looked at. */
    @Override
    public boolean wantsRecovery() {
        return false;
    }

    @Override
    public void recovered(String user, User state) {}
}
