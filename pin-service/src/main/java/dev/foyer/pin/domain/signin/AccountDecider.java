package dev.foyer.pin.domain.signin;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.pin.domain.signin.AccountAnswer.Generation;
import dev.foyer.pin.domain.signin.AccountAnswer.Noted;
import dev.foyer.pin.domain.signin.AccountCommand.ForgetAccount;
import dev.foyer.pin.domain.signin.AccountCommand.NoteFailedSignIn;
import dev.foyer.pin.domain.signin.AccountCommand.NoteSignIn;
import dev.foyer.pin.domain.signin.AccountCommand.SignOut;
import dev.foyer.pin.domain.signin.AccountEvent.Forgotten;
import dev.foyer.pin.domain.signin.AccountEvent.SignInFailed;
import dev.foyer.pin.domain.signin.AccountEvent.SignedIn;
import dev.foyer.pin.domain.signin.AccountEvent.SignedOut;
import dev.foyer.pin.domain.signin.AccountRefusal.AccountWaits;
import java.time.Instant;

/** Sessions end together; guesses from many addresses make those wait that the account never signed in from. */
public final class AccountDecider
        implements Decider<Account, AccountCommand, AccountEvent, AccountRefusal, AccountAnswer, Instant> {

    @Override
    public Account initial() {
        return Account.NEW;
    }

    @Override
    public Decision<AccountEvent, AccountRefusal, AccountAnswer> decide(
            Account account, AccountCommand command, Instant now) {
        return switch (command) {
            case NoteSignIn(String address, Channel channel) ->
                channel == Channel.API && account.knows(address)
                        ? Decision.accept(new Generation(account.generation()))
                        : Decision.accept(new Generation(account.generation()), new SignedIn(address, channel, now));
            case SignOut(int generation) -> signOut(account, generation, now);
            case NoteFailedSignIn(String address) -> failed(account, address, now);
            case ForgetAccount() ->
                account.isForgotten()
                        ? Decision.accept(new Generation(account.generation()))
                        : Decision.accept(
                                new Generation(account.generation() + 1), new Forgotten(account.generation() + 1, now));
        };
    }

    /** Who holds a session that has ended already ends nothing more: a stolen one could be used to annoy. */
    private static Decision<AccountEvent, AccountRefusal, AccountAnswer> signOut(
            Account account, int generation, Instant now) {
        if (generation != account.generation()) {
            return Decision.accept(new Generation(account.generation()));
        }
        return Decision.accept(new Generation(generation + 1), new SignedOut(generation + 1, now));
    }

    private static Decision<AccountEvent, AccountRefusal, AccountAnswer> failed(
            Account account, String address, Instant now) {
        if (account.knows(address)) {
            return Decision.accept(
                    new Noted(),
                    new SignInFailed(
                            address,
                            false,
                            account.failures().count(),
                            account.failures().until(),
                            now));
        }
        if (account.failures().isWaiting(now)) {
            return Decision.refuse(new AccountWaits(account.failures().until()));
        }
        Failures failures = account.failures().plusOne(Growth.OF_ACCOUNT, now);
        return Decision.accept(new Noted(), new SignInFailed(address, true, failures.count(), failures.until(), now));
    }

    @Override
    public Account evolve(Account account, AccountEvent event) {
        return switch (event) {
            case SignedIn(String address, Channel channel, Instant at) -> account.signedInFrom(address);
            case SignedOut(int generation, Instant at)
            when generation == account.generation() + 1 -> account.ofGeneration(generation);
            case SignedOut out -> throw new ImpossibleEvent(account, out);
            case Forgotten(int generation, Instant at) -> Account.NEW.ofGeneration(generation);
            case SignInFailed(String address, boolean counted, int failures, Instant until, Instant at) ->
                counted ? account.withFailures(failures, at, until) : account;
        };
    }
}
