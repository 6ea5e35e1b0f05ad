package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Repository;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stranger has the document and nothing else: openapi-generator makes a client of it, in a project of its own and by Maven, and what is
 * written against that client plays the demo at a running Foyer. Nothing that is generated is kept.
 */
@Tag("F")
@Tag("long")
class GeneratedClientIT {

    private static final String VERSION = "openapi-generator.version";

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    @TempDir
    Path project;

    @Test
    void aClientOfTheDocumentAlonePlaysTheDemo() throws Exception {
        Path sources = Files.createDirectories(project.resolve("src/main/java/com/example"));
        Files.writeString(
                project.resolve("pom.xml"),
                resource("pom.xml").replace("@" + VERSION + "@", System.getProperty(VERSION)));
        for (String source : List.of("Stranger.java", "Tries.java")) {
            Files.writeString(sources.resolve(source), resource(source));
        }
        Files.copy(Repository.find().root().resolve("docs/openapi.json"), project.resolve("openapi.json"));
        run(List.of("mvn", "-B", "-ntp", "-q", "package"), Map.of());
        String played = run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        "target/classes" + File.pathSeparator + "target/lib/*",
                        "com.example.Stranger",
                        OWN.foyer().ports().http(Endpoint.GATEWAY).toString()),
                Map.of(
                        "ADMIN_PASSWORD", OWN.foyer().account("admin").password(),
                        "BRIDGE_PASSWORD", OWN.foyer().account("bridge").password()));
        assertTrue(played.endsWith("played\n"), played);
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = GeneratedClientIT.class.getResourceAsStream("/generated-client/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** @return what it said; when it failed, that is the failure */
    private String run(List<String> command, Map<String, String> more) throws Exception {
        Path output = project.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(more);
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(5, TimeUnit.MINUTES), () -> command + " does not end");
            assertEquals(0, process.exitValue(), () -> read(output));
            return read(output);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
