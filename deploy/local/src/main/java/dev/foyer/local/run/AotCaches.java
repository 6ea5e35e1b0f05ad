package dev.foyer.local.run;

import dev.foyer.local.home.Repository;
import dev.foyer.local.process.AotCache;
import dev.foyer.local.process.Component;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which {@link AotCache} belongs to which process. */
public final class AotCaches {

    private static final String LAUNCHER = "launcher";

    private final Repository repository;

    /** @param repository with the packaged services */
    public AotCaches(Repository repository) {
        this.repository = repository;
    }

    /** That of a component; nothing when its program is not packaged, or too small to gain anything. */
    public Optional<AotCache> of(Component component) {
        if (component == Component.SINK) {
            return Optional.empty();
        }
        if (!component.isService()) {
            return ofLauncher(component.title());
        }
        Path jar = repository.serviceJar(component.title());
        return Optional.of(AotCache.of(component.title(), jar, jar.getParent().getParent()));
    }

    /** That of the launcher itself; {@code ./foyer} looks for its file. */
    public Optional<AotCache> launcher() {
        return ofLauncher(LAUNCHER);
    }

    private Optional<AotCache> ofLauncher(String program) {
        return repository.launcherJar().map(jar -> AotCache.of(program, jar, jar.getParent()));
    }

    /** Those of the packages that have never been recorded or have changed since. */
    public List<AotCache> unsettled() {
        if (repository.launcherJar().isEmpty()) {
            return List.of();
        }
        List<AotCache> all = new ArrayList<>();
        launcher().ifPresent(all::add);
        Arrays.stream(Component.values()).flatMap(each -> of(each).stream()).forEach(all::add);
        return all.stream().filter(cache -> !cache.isSettled()).toList();
    }
}
