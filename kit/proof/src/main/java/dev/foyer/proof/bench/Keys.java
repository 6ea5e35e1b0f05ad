package dev.foyer.proof.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.eventsourcing.internal.runtime.Partitions;
import dev.foyer.proof.domain.Accounts;
import dev.foyer.proof.instance.ClusterPlan;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Which account is meant: any of ten thousand, spread over the partitions alike for everybody. */
final class Keys {

    private static final int ACCOUNTS = 10_000;

    private final List<List<String>> halves;

    private Keys(List<List<String>> halves) {
        this.halves = halves;
    }

    /** All of them alike. */
    static Keys all() {
        return new Keys(
                List.of(IntStream.range(0, ACCOUNTS).mapToObj(Keys::name).toList()));
    }

    /** Half of what is asked lies in one of these partitions, and half elsewhere. */
    static Keys halfIn(Set<Integer> partitions) {
        return new Keys(List.of(in(partitions, true), in(partitions, false)));
    }

    private static List<String> in(Set<Integer> partitions, boolean wanted) {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(Keys::name)
                .filter(name -> partitions.contains(partition(name)) == wanted)
                .toList();
    }

    /** Where an account lies. */
    static int partition(String account) {
        return Partitions.of(Accounts.TYPE.key(account), ClusterPlan.PARTITIONS);
    }

    private static String name(int number) {
        return "contoso.com/a-" + number;
    }

    String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        List<String> half = halves.get(random.nextInt(halves.size()));
        return half.get(random.nextInt(half.size()));
    }

    byte[] bytes() {
        return Accounts.TYPE.key(next()).getBytes(UTF_8);
    }
}
