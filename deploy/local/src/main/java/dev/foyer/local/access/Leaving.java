package dev.foyer.local.access;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tenants whose removal has begun, an empty file for each: until it is done their systems may do nothing, however often
 * Foyer starts meanwhile.
 */
public final class Leaving {

    private final Path folder;

    /** @param home whose tenants they are */
    public Leaving(Home home) {
        this.folder = home.secrets().resolve("leaving");
    }

    /** Those that have not gone yet, in order. */
    public Set<String> tenants() {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(UserName::isTenant)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new CannotRun(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The removal begins; a second call does nothing. */
    public void add(String tenant) {
        Path file = folder.resolve(UserName.checkTenant(tenant));
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw new CannotRun(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** The removal is done. */
    public void remove(String tenant) {
        Path file = folder.resolve(UserName.checkTenant(tenant));
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CannotRun(file + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
