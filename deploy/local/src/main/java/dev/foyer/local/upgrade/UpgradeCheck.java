package dev.foyer.local.upgrade;

import dev.foyer.local.Console;
import dev.foyer.local.upgrade.Finding.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether a Foyer can be upgraded instance by instance, while it works, and back as long as both versions are there. */
public final class UpgradeCheck {

    private final ProgramFiles from;
    private final ProgramFiles to;
    private final List<Finding> findings;

    private UpgradeCheck(ProgramFiles from, ProgramFiles to) {
        this.from = from;
        this.to = to;
        this.findings = compare(from, to);
    }

    /**
     * @param repository where commits are looked up
     * @param from the version that runs: a commit, or the folder of a checkout
     * @param to the version that is to run
     */
    public static UpgradeCheck of(Path repository, String from, String to) {
        return new UpgradeCheck(version(repository, from), version(repository, to));
    }

    private static ProgramFiles version(Path repository, String named) {
        Path folder = Path.of(named);
        return Files.isRegularFile(folder.resolve("deploy/topics.yaml"))
                ? new CheckoutFiles(folder.toAbsolutePath().normalize())
                : CommitFiles.of(repository, named);
    }

    static List<Finding> compare(ProgramFiles from, ProgramFiles to) {
        return Stream.of(
                        SheetComparison.of(from, to),
                        TopicComparison.of(from, to),
                        EventComparison.of(from, to),
                        RequestComparison.of(from, to))
                .flatMap(List::stream)
                .toList();
    }

    /** Whether both versions may work side by side. */
    public boolean isRolling() {
        return findings.stream().noneMatch(finding -> finding.kind() == Kind.STOP);
    }

    /** Says what is to be known, in sentences. */
    public void tell(Console console) {
        console.say("From " + from.name() + " to " + to.name() + ": "
                + (isRolling()
                        ? "instance by instance is possible, forward and back."
                        : "not instance by instance. Stop all instances of the services that are named here, then start"
                                + " the new ones; back is possible by a backup only."));
        for (Kind kind : Kind.values()) {
            List<String> texts = findings.stream()
                    .filter(finding -> finding.kind() == kind)
                    .map(Finding::text)
                    .toList();
            if (!texts.isEmpty()) {
                console.say(kind.heading());
                texts.forEach(text -> console.say("  - " + text));
            }
        }
    }
}
