package dev.foyer.pin.domain.signin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An account of the gateway, as far as it must be known in one place. Immutable.
 *
 * @param generation of its sessions: those of an earlier one have ended
 * @param failures from addresses that are not known
 * @param knownAddresses it signed in from, the latest last; guesses from elsewhere do not keep these out
 */
public record Account(int generation, Failures failures, List<String> knownAddresses) {

    static final Account NEW = new Account(0, Failures.NONE, List.of());

    private static final int REMEMBERED = 16;

    public Account {
        knownAddresses = List.copyOf(knownAddresses);
    }

    /** Whether nothing is known of it but that sessions ended. */
    boolean isForgotten() {
        return knownAddresses.isEmpty() && failures.equals(Failures.NONE);
    }

    boolean knows(String address) {
        return knownAddresses.contains(address);
    }

    Account signedInFrom(String address) {
        List<String> known = new ArrayList<>(knownAddresses);
        known.remove(address);
        known.addLast(address);
        return new Account(generation, failures, known.subList(Math.max(0, known.size() - REMEMBERED), known.size()));
    }

    Account ofGeneration(int next) {
        return new Account(next, failures, knownAddresses);
    }

    Account withFailures(int count, Instant last, Instant until) {
        return new Account(generation, new Failures(count, last, until), knownAddresses);
    }
}
