package dev.foyer.docs;

import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The files of the checkout, without what builds and tools leave in it. */
final class Sources {

    private static final Path ROOT = Repository.find().root();
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".foyer", "node_modules");

    private Sources() {}

    /** All classes of ours, with those of the tests. */
    static List<Path> java() throws IOException {
        return files(file -> file.toString().endsWith(".java"));
    }

    /** The classes of the tests, of all modules. */
    static List<Path> tests() throws IOException {
        return files(
                file -> file.toString().endsWith(".java") && file.toString().contains("/src/test/java/"));
    }

    static List<Path> files(Predicate<Path> wanted) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skip = NOT_OURS.contains(folder.getFileName().toString());
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (wanted.test(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
