package dev.foyer.gateway.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What pin-service says of an account of ours.
 *
 * @param version of the last event that changed it
 * @param generation sessions of an earlier one have ended
 * @param knownAddresses it signed in from, the latest last
 * @param delayedUntil other addresses have to wait until then; {@code null}: they need not
 */
public record AccountEntry(
        String tenant, String account, long version, int generation, List<String> knownAddresses, Instant delayedUntil)
        implements Entry {

    private static final int REMEMBERED = 16;

    public AccountEntry {
        knownAddresses = List.copyOf(knownAddresses);
    }

    static AccountEntry unknown(String tenant, String account) {
        return new AccountEntry(tenant, account, 0, 0, List.of(), null);
    }

    @Override
    public String key() {
        return account;
    }

    /** Whether the account signed in from there before. */
    public boolean knows(String address) {
        return knownAddresses.contains(address);
    }

    /** Whether more is known of it than that sessions ended. */
    public boolean isRemembered() {
        return !knownAddresses.isEmpty() || delayedUntil != null;
    }

    AccountEntry signedInFrom(String address) {
        List<String> known = new ArrayList<>(knownAddresses);
        known.remove(address);
        known.addLast(address);
        return new AccountEntry(
                tenant,
                account,
                version,
                generation,
                known.subList(Math.max(0, known.size() - REMEMBERED), known.size()),
                delayedUntil);
    }

    AccountEntry ofGeneration(int next) {
        return new AccountEntry(tenant, account, version, next, knownAddresses, delayedUntil);
    }

    AccountEntry delayedUntil(Instant until) {
        return new AccountEntry(tenant, account, version, generation, knownAddresses, until);
    }

    AccountEntry atVersion(long next) {
        return new AccountEntry(tenant, account, next, generation, knownAddresses, delayedUntil);
    }
}
