package dev.foyer.pin.contract;

import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.pin.contract.PinEventsV1.AddressChanged;
import dev.foyer.pin.contract.PinEventsV1.UserDeparted;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.User.Provisioned;
import dev.foyer.pin.domain.user.User.Unknown;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserEvent;
import dev.foyer.pin.domain.user.UserEvent.UserProvisioned;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import java.util.Objects;
import java.util.Optional;

/**
 * What whoever mails a user has to know beside the mails: where the user is reached from now on (D2), and that whoever comes next is
 * somebody else (G6). Who comes anew is no news: no mail is waiting for them.
 */
final class AddressNotices {

    private AddressNotices() {}

    static Optional<PinEventsV1> of(UserKey user, Fact<User, UserEvent, UserAnswer> fact) {
        return switch (fact.event()) {
            case UserProvisioned(Profile profile, var _, var _)
            when changes(fact.before(), profile.primarySmtpAddress()) ->
                Optional.of(new AddressChanged(
                        user.tenant(), user.userId(), profile.primarySmtpAddress(), fact.sequence()));
            case UserRemoved _ -> Optional.of(new UserDeparted(user.tenant(), user.userId(), fact.sequence()));
            default -> Optional.empty();
        };
    }

    private static boolean changes(User before, String address) {
        return switch (before) {
            case Unknown _ -> false;
            case Provisioned user -> !Objects.equals(user.profile().primarySmtpAddress(), address);
            case Enabled user -> !Objects.equals(user.profile().primarySmtpAddress(), address);
        };
    }
}
