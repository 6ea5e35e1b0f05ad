package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.access.Provisioning;
import dev.foyer.local.home.Repository;
import dev.foyer.local.process.Component;
import dev.foyer.local.topics.TopicList;
import dev.foyer.local.upgrade.UpgradeCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From the version before to this one and back, instance by instance, on one broker and under load: nobody's request fails, and nobody
 * reads an event that it does not know. The version before is the commit that {@code docs/operations/upgrade.md} names.
 */
@Tag("long")
class RollingUpgradeIT {

    private static final Repository NOW = Repository.find();
    /** Between two steps, so that both versions are asked for a while. */
    private static final int ROUNDS = 12;

    private static final List<String> PUBLIC =
            List.of("pin.events", "notification.events", "meeting.events", "organizer.verified", "pin.deliveries");

    @Test
    void forwardAndBackUnderLoad() throws Exception {
        String commit = EarlierBuild.commit();
        UpgradeCheck check = UpgradeCheck.of(NOW.root(), commit, NOW.root().toString());
        check.tell(System.out::println);
        assertTrue(
                check.isRolling(),
                () -> "docs/operations/upgrade.md names " + commit + " as N-1, from which one cannot roll any more (see"
                        + " above): name the commit after that change");
        Repository before = EarlierBuild.of(commit);
        try (Fleet fleet = Fleet.start(before)) {
            RollingLoad load = new RollingLoad(fleet);
            try (load) {
                load.start();
                makeWhatTheNextVersionNeeds(fleet);
                roll(fleet, load, NOW, Component.services());
                System.out.println("All are of this version: " + load.summary());
                roll(fleet, load, before, Component.services().reversed());
                System.out.println("All are of the version before: " + load.summary());
                load.awaitRounds(ROUNDS);
            }
            // Only now: what is answered after a journal was read would be missed there.
            assertEquals(List.of(), load.failures());
            RollingChecks.nothingIsLostOrDoneTwice(fleet, load.answered());
            assertEquals(Set.of(), unknown(fleet, before.root()));
            assertEquals(Set.of(), unknown(fleet, NOW.root()));
        }
    }

    private static void makeWhatTheNextVersionNeeds(Fleet fleet) {
        Provisioning.of(fleet.foyer().home(), TopicList.read(NOW.topics()), List.of("contoso.com", "fabrikam.com"))
                .apply(System.out::println);
    }

    /** Each service gets an instance of that build beside the one that it has, and then loses that. */
    private static void roll(Fleet fleet, RollingLoad load, Repository build, List<Component> order) {
        for (Component service : order) {
            fleet.add(service, build);
            load.awaitRounds(ROUNDS);
            fleet.removeOldest(service);
            load.awaitRounds(ROUNDS);
            System.out.println(service + " of " + build.root().getFileName() + ": " + load.summary());
        }
    }

    /** Types of events that were written and of which that version has no contract. */
    private static Set<String> unknown(Fleet fleet, Path version) {
        Set<String> known = Set.copyOf(EarlierBuild.eventTypes(version));
        return PUBLIC.stream()
                .flatMap(topic -> fleet.foyer().topics().committed(topic).stream())
                .map(Records::type)
                .map(type -> type.replaceFirst(".*\\.([A-Za-z]+\\.v[0-9]+)$", "$1"))
                .filter(type -> !known.contains(type))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
