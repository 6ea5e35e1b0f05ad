package dev.foyer.pin.domain.signin;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.pin.domain.signin.SourceAnswer.Counted;
import dev.foyer.pin.domain.signin.SourceAnswer.Forgotten;
import dev.foyer.pin.domain.signin.SourceCommand.CountFailedSignIn;
import dev.foyer.pin.domain.signin.SourceCommand.ForgetFailedSignIns;
import dev.foyer.pin.domain.signin.SourceCommand.ForgetSource;
import dev.foyer.pin.domain.signin.SourceEvent.FailedSignInCounted;
import dev.foyer.pin.domain.signin.SourceEvent.FailedSignInsForgotten;
import dev.foyer.pin.domain.signin.SourceEvent.SourceForgotten;
import dev.foyer.pin.domain.signin.SourceRefusal.SourceWaits;
import java.time.Instant;

/**
 * Guessing from one address costs growing waits, per name and over all names; who is right then begins anew. An address that
 * nothing came from for an hour is forgotten.
 */
public final class SourceDecider
        implements Decider<Source, SourceCommand, SourceEvent, SourceRefusal, SourceAnswer, Instant>,
                Forgetting<Source> {

    @Override
    public Source initial() {
        return Source.NEW;
    }

    @Override
    public Decision<SourceEvent, SourceRefusal, SourceAnswer> decide(
            Source source, SourceCommand command, Instant now) {
        return switch (command) {
            case CountFailedSignIn(String name) -> {
                Instant until = source.waitsUntil(name, now);
                if (until != null) {
                    yield Decision.refuse(new SourceWaits(until));
                }
                Failures ofName = source.of(name).plusOne(Growth.OF_NAME, now);
                Failures ofAll = source.all().plusOne(Growth.OF_ADDRESS, now);
                yield Decision.accept(
                        new Counted(ofName.until(), ofAll.until()), new FailedSignInCounted(name, ofName, ofAll, now));
            }
            case ForgetFailedSignIns(String name) ->
                source.byName().containsKey(name)
                        ? Decision.accept(new Forgotten(), new FailedSignInsForgotten(name, now))
                        : Decision.accept(new Forgotten());
            case ForgetSource() ->
                source.overAt().filter(over -> !now.isBefore(over)).isPresent()
                        ? Decision.accept(new Forgotten(), new SourceForgotten(now))
                        : Decision.accept(new Forgotten());
        };
    }

    @Override
    public Source evolve(Source source, SourceEvent event) {
        return switch (event) {
            case FailedSignInCounted(String name, Failures ofName, Failures ofAll, Instant at) ->
                source.with(name, ofName, ofAll);
            case FailedSignInsForgotten(String name, Instant at) -> source.without(name);
            case SourceForgotten(Instant at) -> Source.NEW;
        };
    }

    @Override
    public boolean isOver(Source source) {
        return source.equals(Source.NEW);
    }
}
