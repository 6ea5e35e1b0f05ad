package dev.foyer.proof.bench;

import java.util.List;

/** How much slower than a bare round trip the kit may be. */
final class LoadTargets {

    private LoadTargets() {}

    static List<Target> of(List<LoadRow> rows) {
        return List.of(
                Target.atMost(
                        "p50 at 1 in flight, x the bare round trip's",
                        row(rows, Load.KIT, 1).p50()
                                / row(rows, Load.ROUND_TRIP, 1).p50(),
                        1.5),
                Target.atLeast(
                        "throughput at 1024 in flight, x the bare round trip's",
                        row(rows, Load.KIT, 1024).perSecond()
                                / row(rows, Load.ROUND_TRIP, 1024).perSecond(),
                        0.6),
                Target.atMost(
                        "p99 at 256 in flight, x the bare round trip's",
                        row(rows, Load.KIT, 256).p99()
                                / row(rows, Load.ROUND_TRIP, 256).p99(),
                        3));
    }

    private static LoadRow row(List<LoadRow> rows, String what, int inFlight) {
        return rows.stream()
                .filter(row -> row.what().equals(what) && row.inFlight() == inFlight)
                .findFirst()
                .orElseThrow();
    }
}
