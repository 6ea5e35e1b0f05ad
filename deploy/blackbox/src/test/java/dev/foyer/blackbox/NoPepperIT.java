package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.foyer.local.process.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged pin-service does not start without a good pepper, and says why in one sentence. */
@Tag("A6")
@Order(2) // while the Foyer of the desks starts: these take their time and ask nobody
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
        RefusedStart start = new RefusedStart(Component.PIN_SERVICE, folder).with(environment);
        for (String keys : List.of("SIGNING_KEYS", "VERIFICATION_KEYS", "NOTIFICATION_SIGNERS")) {
            start.with(Map.of("FOYER_" + keys + "_FILE", "/nowhere"));
        }
        return start.saying(sentence);
    }
}
