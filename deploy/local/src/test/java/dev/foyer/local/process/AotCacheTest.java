package dev.foyer.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    /** The program that is recorded. */
    static final class Greeter {

        private Greeter() {}

        public static void main(String[] arguments) {
            System.out.println("Good evening");
        }
    }

    @TempDir
    Path target;

    private Path jar;
    private Path library;

    @BeforeEach
    void writeJars() throws IOException {
        library = target.resolve("library.jar");
        writeJar(library, new Manifest());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Greeter.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "library.jar");
        jar = target.resolve("greeter.jar");
        writeJar(jar, manifest);
    }

    @Test
    void whatWasRecordedIsUsedUntilAJarChanges() throws IOException, InterruptedException {
        AotCache cache = AotCache.of("greeter", jar, target);
        assertFalse(cache.isSettled());
        assertEquals(List.of(), cache.flags());

        assertTrue(greet(cache.flagsToRecord()).contains("Good evening"));
        cache.assemble();

        assertTrue(cache.isSettled());
        List<String> flags = new ArrayList<>(cache.flags());
        assertEquals(1, flags.size(), flags.toString());
        flags.add("-Xlog:class+load");
        assertTrue(
                greet(flags).stream()
                        .anyMatch(
                                line -> line.contains(Greeter.class.getName()) && line.contains("shared objects file")),
                "The class is not from the cache");

        Files.setLastModifiedTime(library, FileTime.fromMillis(1));
        assertFalse(cache.isSettled());
        assertEquals(List.of(), cache.flags());
    }

    @Test
    void whatCameToNothingIsNotTriedAgain() {
        AotCache cache = AotCache.of("greeter", jar, target);

        cache.assemble();

        assertTrue(cache.isSettled());
        assertEquals(List.of(), cache.flags());
    }

    @Test
    void theProgramStartsWithoutACacheThatDoesNotFitAndSaysSo() throws IOException, InterruptedException {
        AotCache cache = AotCache.of("greeter", jar, target);
        cache.assemble();
        Files.writeString(target.resolve("startup/greeter.aot"), "no cache");

        List<String> said = greet(cache.flags());

        assertEquals("Good evening", said.getLast());
        assertTrue(said.getFirst().contains("AOT cache"), said.toString());
    }

    private List<String> greet(List<String> flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(JavaCommand.jvm());
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.lines().toList();
    }

    private static void writeJar(Path file, Manifest manifest) throws IOException {
        String name = Greeter.class.getName().replace('.', '/') + ".class";
        manifest.getMainAttributes().putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream bytes = Files.newOutputStream(file);
                JarOutputStream content = new JarOutputStream(bytes, manifest);
                InputStream code = AotCacheTest.class.getResourceAsStream("/" + name)) {
            content.putNextEntry(new JarEntry(name));
            code.transferTo(content);
        }
    }
}
