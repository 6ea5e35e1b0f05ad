package dev.foyer.kubernetes;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StrictResourcesTest {

    static List<Path> files() {
        return Manifests.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFieldIsKnownToWhoGetsIt(Path file) {
        assertFalse(StrictResources.read(Manifests.text(file)).isEmpty(), file::toString);
    }

    /** What this proves anything by. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base/pin-service.yaml|readOnlyRootFilesystem|readOnlyRootFileSystem",
                "base/pin-service.yaml|maxUnavailable: 1|maxUnavailible: 1",
                "base/network-policies.yaml|policyTypes|policyType",
                "overlays/demo/kafka.yaml|networkPolicyPeers|networkPolicyPeer",
                "overlays/demo/kafka-topics.yaml|replicas|replica",
                "overlays/demo/kafka-users.yaml|patternType|pattern",
            })
    void aFieldThatNobodyKnowsIsNotPassedOver(String file, String right, String wrong) {
        String text = Manifests.text(Manifests.ROOT.resolve(file));
        assertTrue(text.contains(right), right);
        assertThrows(RuntimeException.class, () -> StrictResources.read(text.replace(right, wrong)));
    }

    @Test
    void noFieldStandsTwice() {
        String text = Manifests.text(Manifests.ROOT.resolve("base/pin-service.yaml"));
        assertThrows(
                RuntimeException.class,
                () -> StrictResources.read(text.replace("  replicas: 1\n", "  replicas: 1\n  replicas: 2\n")));
    }
}
