package dev.foyer.pin.domain.conferenceid;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.pin.domain.conferenceid.ConferenceId.Free;
import dev.foyer.pin.domain.conferenceid.ConferenceId.Reserved;
import dev.foyer.pin.domain.conferenceid.ConferenceIdAnswer.Done;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Release;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Reserve;
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
                Instant> {

    @Override
    public ConferenceId initial() {
        return new Free();
    }

    @Override
    public Decision<ConferenceIdEvent, ConferenceIdRefusal, ConferenceIdAnswer> decide(
            ConferenceId state, ConferenceIdCommand command, Instant now) {
        return switch (command) {
            case Reserve(String owner, Instant before)
            when now.isAfter(before) -> Decision.refuse(new ReservedTooLate());
            case Reserve(String owner, Instant before) ->
                switch (state) {
                    case Free() -> Decision.accept(new Done(), new ConferenceIdReserved(owner));
                    case Reserved(String holder) ->
                        holder.equals(owner) ? Decision.accept(new Done()) : Decision.refuse(new ConferenceIdTaken());
                };
            case Release(String owner) ->
                switch (state) {
                    case Free() -> Decision.accept(new Done());
                    case Reserved(String holder) ->
                        holder.equals(owner)
                                ? Decision.accept(new Done(), new ConferenceIdReleased(owner))
                                : Decision.accept(new Done());
                };
        };
    }

    @Override
    public ConferenceId evolve(ConferenceId state, ConferenceIdEvent event) {
        return switch (event) {
            case ConferenceIdReserved(String owner) when state instanceof Free -> new Reserved(owner);
            case ConferenceIdReleased(String owner)
            when state instanceof Reserved(String holder) && holder.equals(owner) -> new Free();
            case ConferenceIdReserved reserved -> throw new ImpossibleEvent(state, reserved);
            case ConferenceIdReleased released -> throw new ImpossibleEvent(state, released);
        };
    }
}
