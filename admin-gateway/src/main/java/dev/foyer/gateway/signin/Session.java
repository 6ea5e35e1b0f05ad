package dev.foyer.gateway.signin;

import dev.foyer.gateway.accounts.Account;
import java.time.Duration;
import java.time.Instant;

/**
 * A session of the page, as its cookie carries it, sealed. Prints nothing of it.
 *
 * @param id random, of this sign-in
 * @param account its name
 * @param company the account itself, when it is one of a company; {@code null}: the account of that name
 * @param fingerprint of the account as it was, see {@link dev.foyer.gateway.accounts.Accounts.Known}
 * @param generation of the account's sessions, see {@link dev.foyer.gateway.index.AccountEntry}
 * @param began at the sign-in
 * @param seen at the request that this cookie was made for
 */
record Session(
        String id, String account, Account company, String fingerprint, int generation, Instant began, Instant seen) {

    boolean isOver(Instant now, Duration life, Duration idle) {
        return !now.isBefore(began.plus(life)) || !now.isBefore(seen.plus(idle));
    }

    Session seenAt(Instant now) {
        return new Session(id, account, company, fingerprint, generation, began, now);
    }

    @Override
    public String toString() {
        return "Session[" + account + "]";
    }
}
