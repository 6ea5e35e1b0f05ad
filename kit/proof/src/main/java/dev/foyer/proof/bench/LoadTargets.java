package dev.foyer.proof.bench;

import java.util.List;

/** How much slower than bare clients the kit may be. */
final class LoadTargets {

    private LoadTargets() {}

    static List<Target> of(List<LoadRow> rows) {
        return List.of(
                // Whatever answers only what is durable together or not at all makes a transaction: two requests, one
                // after the other.
                Target.atMost(
                        "p50 at 1 in flight, x the bare transaction's that is read committed",
                        row(rows, Load.KIT, 1).p50()
                                / row(rows, Load.TRANSACTION, 1).p50(),
                        1.3),
                Target.atLeast(
                        "throughput at 1024 in flight, x the bare round trip's",
                        row(rows, Load.KIT, 1024).perSecond()
                                / row(rows, Load.ROUND_TRIP, 1024).perSecond(),
                        0.6),
                Target.atMost(
                        "p99 at 256 in flight, x the bare round trip's",
                        row(rows, Load.KIT, 256).p99()
                                / row(rows, Load.ROUND_TRIP, 256).p99(),
                        3),
                Target.atLeast(
                        "throughput of two instances at 1024, half routed, x one's",
                        row(rows, Load.TWO, 1024).perSecond()
                                / row(rows, Load.KIT, 1024).perSecond(),
                        0.5),
                Target.atMost(
                        "p99 of two instances at 1024, half routed, x one's",
                        row(rows, Load.TWO, 1024).p99()
                                / row(rows, Load.KIT, 1024).p99(),
                        3));
    }

    /** The same beside other bare clients, without a limit. */
    static List<Figure> forComparison(List<LoadRow> rows) {
        return List.of(
                new Figure(
                        "p50 at 1 in flight, x the bare round trip's (limit until November 2026: 1.5)",
                        row(rows, Load.KIT, 1).p50()
                                / row(rows, Load.ROUND_TRIP, 1).p50(),
                        "x"),
                new Figure(
                        "throughput at 1024 in flight, x the bare transaction's",
                        row(rows, Load.KIT, 1024).perSecond()
                                / row(rows, Load.TRANSACTION, 1024).perSecond(),
                        "x"));
    }

    /** What it costs that instances prove who they are, and each command who asks it. */
    static List<Figure> costOfProofs(List<LoadRow> rows) {
        return List.of(
                new Figure(
                        "mutual TLS and tokens: p50 at 1, x in clear",
                        row(rows, Load.PROVED, 1).p50() / row(rows, Load.TWO, 1).p50(),
                        "x"),
                new Figure(
                        "mutual TLS and tokens: throughput at 1024, x in clear",
                        row(rows, Load.PROVED, 1024).perSecond()
                                / row(rows, Load.TWO, 1024).perSecond(),
                        "x"));
    }

    private static LoadRow row(List<LoadRow> rows, String what, int inFlight) {
        return rows.stream()
                .filter(row -> row.what().equals(what) && row.inFlight() == inFlight)
                .findFirst()
                .orElseThrow();
    }
}
