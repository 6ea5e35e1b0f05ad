package dev.foyer.pin.domain.conferenceid;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.pin.domain.conferenceid.ConferenceId.Free;
import dev.foyer.pin.domain.conferenceid.ConferenceId.Released;
import dev.foyer.pin.domain.conferenceid.ConferenceId.Reserved;
import dev.foyer.pin.domain.conferenceid.ConferenceIdAnswer.Done;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.ForgetConferenceId;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Release;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Reserve;
import dev.foyer.pin.domain.conferenceid.ConferenceIdEvent.ConferenceIdForgotten;
import dev.foyer.pin.domain.conferenceid.ConferenceIdEvent.ConferenceIdReleased;
import dev.foyer.pin.domain.conferenceid.ConferenceIdEvent.ConferenceIdReserved;
import dev.foyer.pin.domain.conferenceid.ConferenceIdRefusal.ConferenceIdTaken;
import dev.foyer.pin.domain.conferenceid.ConferenceIdRefusal.ReservedTooLate;
import java.time.Instant;

/** One owner at a time. Asking again for what one has, or giving back what one has not, changes nothing. */
public final class ConferenceIdDecider
        implements Decider<
                        ConferenceId,
                        ConferenceIdCommand,
                        ConferenceIdEvent,
                        ConferenceIdRefusal,
                        ConferenceIdAnswer,
                        Instant>,
                Forgetting<ConferenceId> {

    @Override
    public ConferenceId initial() {
        return new Free();
    }

    @Override
    public boolean isOver(ConferenceId state) {
        return state instanceof Free;
    }

    @Override
    public Decision<ConferenceIdEvent, ConferenceIdRefusal, ConferenceIdAnswer> decide(
            ConferenceId state, ConferenceIdCommand command, Instant now) {
        return switch (command) {
            case Reserve(String owner, Instant before)
            when now.isAfter(before) -> Decision.refuse(new ReservedTooLate());
            case Reserve(String owner, Instant before) ->
                switch (state) {
                    case Free _, Released _ -> Decision.accept(new Done(), new ConferenceIdReserved(owner));
                    case Reserved(String holder) ->
                        holder.equals(owner) ? Decision.accept(new Done()) : Decision.refuse(new ConferenceIdTaken());
                };
            case Release(String owner) ->
                switch (state) {
                    case Free _, Released _ -> Decision.accept(new Done());
                    case Reserved(String holder) ->
                        holder.equals(owner)
                                ? Decision.accept(new Done(), new ConferenceIdReleased(owner, now))
                                : Decision.accept(new Done());
                };
            case ForgetConferenceId() ->
                state.forgottenAt().filter(due -> !now.isBefore(due)).isPresent()
                        ? Decision.accept(new Done(), new ConferenceIdForgotten(now))
                        : Decision.accept(new Done());
        };
    }

    @Override
    public ConferenceId evolve(ConferenceId state, ConferenceIdEvent event) {
        return switch (event) {
            case ConferenceIdReserved(String owner) when !(state instanceof Reserved) -> new Reserved(owner);
            case ConferenceIdReleased(String owner, Instant at)
            when state instanceof Reserved(String holder) && holder.equals(owner) -> new Released(at);
            case ConferenceIdForgotten _ when state instanceof Released -> new Free();
            case ConferenceIdReserved reserved -> throw new ImpossibleEvent(state, reserved);
            case ConferenceIdReleased released -> throw new ImpossibleEvent(state, released);
            case ConferenceIdForgotten forgotten -> throw new ImpossibleEvent(state, forgotten);
        };
    }
}
