package dev.foyer.pin.domain.username;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.pin.domain.username.NameAnswer.Done;
import dev.foyer.pin.domain.username.NameCommand.ReleaseName;
import dev.foyer.pin.domain.username.NameCommand.ReserveName;
import dev.foyer.pin.domain.username.NameEvent.NameReleased;
import dev.foyer.pin.domain.username.NameEvent.NameReserved;
import dev.foyer.pin.domain.username.NameRefusal.NameTaken;
import dev.foyer.pin.domain.username.ReservedName.Free;
import dev.foyer.pin.domain.username.ReservedName.Held;

/**
 * One owner at a time. A reservation's epoch only rises, and a release takes back only what is older than it: so neither
 * does harm when it comes late or twice, and a free name needs no memory.
 */
public final class NameDecider
        implements Decider<ReservedName, NameCommand, NameEvent, NameRefusal, NameAnswer, Void>,
                Forgetting<ReservedName> {

    @Override
    public ReservedName initial() {
        return new Free();
    }

    @Override
    public boolean isOver(ReservedName state) {
        return state instanceof Free;
    }

    @Override
    public Decision<NameEvent, NameRefusal, NameAnswer> decide(ReservedName state, NameCommand command, Void context) {
        return switch (command) {
            case ReserveName(String owner, long epoch) ->
                switch (state) {
                    case Free() -> Decision.accept(new Done(), new NameReserved(owner, epoch));
                    case Held(String holder, long since) -> {
                        if (!holder.equals(owner)) {
                            yield Decision.refuse(new NameTaken(holder, since));
                        }
                        yield epoch > since
                                ? Decision.accept(new Done(), new NameReserved(owner, epoch))
                                : Decision.accept(new Done());
                    }
                };
            case ReleaseName(String owner, long before) ->
                state instanceof Held(String holder, long since) && holder.equals(owner) && since < before
                        ? Decision.accept(new Done(), new NameReleased(owner))
                        : Decision.accept(new Done());
        };
    }

    @Override
    public ReservedName evolve(ReservedName state, NameEvent event) {
        return switch (event) {
            case NameReserved(String owner, long epoch)
            when !(state instanceof Held(String holder, long since)) || holder.equals(owner) && since < epoch ->
                new Held(owner, epoch);
            case NameReleased(String owner)
            when state instanceof Held(String holder, long since) && holder.equals(owner) -> new Free();
            case NameReserved reserved -> throw new ImpossibleEvent(state, reserved);
            case NameReleased released -> throw new ImpossibleEvent(state, released);
        };
    }
}
