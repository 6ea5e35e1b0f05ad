package dev.foyer.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.command.BackupCommand;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the CronJob is told is understood by the program that it starts, and nothing of it is in the files. */
class BackupManifestTest {

    private static final String JAAS = "org.apache.kafka.common.security.scram.ScramLoginModule required;";

    private final List<HasMetadata> resources =
            StrictResources.read(Manifests.text(Manifests.ROOT.resolve("components/backup/backup.yaml")));

    @TempDir
    Path mounted;

    @Test
    void thePasswordComesFromTheSecretOfTheOperator() throws IOException {
        Files.writeString(mounted.resolve("sasl.jaas.config"), JAAS);
        Properties settings = new Properties();
        settings.load(new StringReader(Manifests.of(ConfigMap.class, resources)
                .getFirst()
                .getData()
                .get("client.properties")
                .replace("/etc/foyer/kafka-user", mounted.toString())));
        Map<String, Object> connection = new HashMap<>();
        settings.forEach((name, value) -> connection.put(name.toString(), value));
        AdminClientConfig read = new AdminClientConfig(connection);
        assertEquals(JAAS, read.getPassword("sasl.jaas.config").value());
        assertEquals("SCRAM-SHA-512", read.getString("sasl.mechanism"));
    }

    @Test
    void theCommandTakesWhatItIsGiven() {
        Container container = container();
        assertEquals("dev.foyer.local.Foyer", container.getCommand().getLast());
        assertEquals("backup", container.getArgs().getFirst());
        new CommandLine(new BackupCommand())
                .parseArgs(container.getArgs().stream().skip(1).toArray(String[]::new));
        // Whatever an argument names is mounted.
        container.getArgs().stream()
                .filter(argument -> argument.contains("=/"))
                .map(argument -> argument.substring(argument.indexOf("=/") + 1))
                .forEach(file -> assertTrue(
                        container.getVolumeMounts().stream().anyMatch(mount -> file.startsWith(mount.getMountPath())),
                        file));
    }

    @Test
    void itIsNobodyAndWritesNowhereElse() {
        assertTrue(container().getSecurityContext().getReadOnlyRootFilesystem());
        container().getVolumeMounts().stream()
                .filter(mount -> !List.of("/tmp", "/backups").contains(mount.getMountPath()))
                .forEach(mount -> assertTrue(mount.getReadOnly(), mount.getName()));
    }

    private Container container() {
        return Manifests.of(CronJob.class, resources)
                .getFirst()
                .getSpec()
                .getJobTemplate()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }
}
