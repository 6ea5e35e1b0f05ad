package dev.foyer.proof.front;

import dev.foyer.proof.bench.Target;
import java.util.ArrayList;
import java.util.List;

/** What was promised of the front door. Ratios are of one run. */
final class Targets {

    private static final int SOME = 16;

    private Targets() {}

    static List<Target> ofFoyer(Measurements measured) {
        List<Target> targets = new ArrayList<>();
        double floor = measured.perSecond(Scripts.NOTHING, SOME);
        for (String read : List.of(Scripts.READ_USER, Scripts.LIST, Scripts.SEARCH)) {
            targets.add(Target.atLeast(
                    read + " at 16, of the endpoint that does nothing", measured.perSecond(read, SOME) / floor, 0.6));
        }
        targets.add(Target.atMost(
                "search p99 at 16, ms", measured.of(Scripts.SEARCH, SOME).p99Millis(), 20));
        targets.add(Target.atMost(
                "CPU of a held reset at 16, us",
                measured.of(Scripts.RESET_HELD, SOME).cpuMicros(),
                600));
        targets.add(Target.atMost(
                "CPU of a bridge command at 16, us",
                measured.of(Scripts.DIAL, SOME).cpuMicros(),
                300));
        return targets;
    }

    static List<Target> besideKeycloak(Measurements measured) {
        double reset = measured.perSecond(KeycloakPeer.RESET, SOME);
        double grant = measured.perSecond(KeycloakPeer.CLIENT_CREDENTIALS, SOME);
        return List.of(
                Target.atLeast(
                        "held resets at 16, of Keycloak's resets",
                        measured.perSecond(Scripts.RESET_HELD, SOME) / reset,
                        5),
                Target.atLeast(
                        "mailed resets at 16, of Keycloak's resets",
                        measured.perSecond(Scripts.RESET_MAILED, SOME) / reset,
                        2),
                Target.atMost(
                        "p50 of a held reset at 1, of Keycloak's reset",
                        measured.of(Scripts.RESET_HELD, 1).p50Millis()
                                / measured.of(KeycloakPeer.RESET, 1).p50Millis(),
                        1),
                Target.atLeast(
                        "dial at 16, of Keycloak's client credentials",
                        measured.perSecond(Scripts.DIAL, SOME) / grant,
                        5),
                Target.atLeast(
                        "PIN at 16, of Keycloak's client credentials",
                        measured.perSecond(Scripts.PIN, SOME) / grant,
                        5));
    }
}
