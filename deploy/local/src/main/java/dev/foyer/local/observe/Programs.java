package dev.foyer.local.observe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the two programs are. */
record Programs(Path prometheus, Path alertmanager) {

    /** Debian's names of the packages are those of the programs, but for this one. */
    static final String HOW_TO_INSTALL =
            "Foyer runs without being observed: prometheus or alertmanager is not in the PATH"
                    + " (Debian: apt-get install prometheus prometheus-alertmanager).";

    /** Empty unless both are there. */
    static Optional<Programs> find() {
        Optional<Path> prometheus = program("prometheus");
        Optional<Path> alertmanager = program("prometheus-alertmanager").or(() -> program("alertmanager"));
        return prometheus.flatMap(one -> alertmanager.map(other -> new Programs(one, other)));
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
