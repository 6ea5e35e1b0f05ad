package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Repository;
import dev.foyer.local.process.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged pin-service does not start without a good pepper, and says why in one sentence. */
@Tag("A6")
class NoPepperIT {

    @TempDir
    Path folder;

    @Test
    void withoutAPepper() throws Exception {
        stops(
                Map.of(),
                "There is no pepper, and without one no PIN can be made or checked; set foyer.pepper-file to a file with"
                        + " a JWK set, or foyer.pepper to the set itself.");
    }

    @Test
    void withTwo() throws Exception {
        stops(
                Map.of("FOYER_PEPPER", "{\"keys\":[]}", "FOYER_PEPPER_FILE", "/nowhere"),
                "Both foyer.pepper-file and foyer.pepper are set; set only one, so that it is clear which keys count.");
    }

    @Test
    void withABadOneWhichIsNotRepeated() throws Exception {
        String output = stops(
                Map.of("FOYER_PEPPER", "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"p1\",\"k\":\"c2VjcmV0\"}]}"),
                "The value of foyer.pepper holds the key p1, which is no oct key of at least 256 bits.");
        assertFalse(output.contains("c2VjcmV0"));
    }

    private String stops(Map<String, String> environment, String sentence) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        Repository.find()
                                .serviceJar(Component.PIN_SERVICE.title())
                                .toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FOYER_"));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        for (String keys : List.of("SIGNING_KEYS", "VERIFICATION_KEYS", "NOTIFICATION_SIGNERS")) {
            builder.environment().put("FOYER_" + keys + "_FILE", "/nowhere");
        }
        Path token = Files.writeString(folder.resolve("token"), "a token of thirty-two characters");
        builder.environment().put("FOYER_INTERNAL_TOKEN_FILE", token.toString());
        Process service = builder.start();
        try {
            assertTrue(service.waitFor(2, TimeUnit.MINUTES), "it started");
        } finally {
            service.destroyForcibly();
        }
        String output = Files.readString(log);
        assertNotEquals(0, service.exitValue());
        List<String> said =
                output.lines().filter(line -> line.contains(sentence)).toList();
        assertEquals(1, said.size(), output);
        assertFalse(output.contains("\tat "), output);
        return output;
    }
}
