package dev.foyer.proof.chaos;

import dev.foyer.proof.checker.Violation;
import dev.foyer.proof.checker.Violation.Kind;
import java.util.List;

/**
 * What a run showed.
 *
 * @param acknowledged different commands that somebody was told are done
 * @param unanswered calls that got an error or nothing
 * @param snapshots what a comparison of snapshots and journal found, when it found something
 */
record ChaosResult(
        int faults,
        long acknowledged,
        long calls,
        long unanswered,
        List<Violation> violations,
        List<String> snapshots) {

    boolean good() {
        return violations.isEmpty() && snapshots.isEmpty();
    }

    long count(Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }

    /** The last line of a run. */
    String summary() {
        return "faults %d, acknowledged %d, lost %d, doubled %d"
                .formatted(faults, acknowledged, count(Kind.LOST), count(Kind.DOUBLED));
    }
}
