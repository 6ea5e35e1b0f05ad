package dev.foyer.proof.chaos;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which accounts there are. So many that between a command and its last repetition, seconds later, an account does not
 * see more commands than the kit remembers.
 */
final class AccountNames {

    private static final int ACCOUNTS = 1_000;

    private AccountNames() {}

    static String any(SplittableRandom random) {
        return name(random.nextInt(ACCOUNTS));
    }

    static List<String> all() {
        return IntStream.range(0, ACCOUNTS).mapToObj(AccountNames::name).toList();
    }

    private static String name(int number) {
        return "proof.example/a-" + number;
    }
}
