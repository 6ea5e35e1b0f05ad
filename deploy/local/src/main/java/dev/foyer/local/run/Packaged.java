package dev.foyer.local.run;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Repository;
import dev.foyer.local.process.Component;
import java.nio.file.Files;
import java.util.List;

/** Whether the services were built. */
final class Packaged {

    private Packaged() {}

    static void check(Repository repository) {
        List<String> missing = Component.services().stream()
                .map(Component::title)
                .filter(name -> !Files.isRegularFile(repository.serviceJar(name)))
                .toList();
        if (!missing.isEmpty()) {
            throw new CannotRun(
                    "Not built yet: " + String.join(", ", missing) + "; ./foyer up builds them, or call mvn package.");
        }
    }
}
