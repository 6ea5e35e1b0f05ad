package dev.foyer.local.access;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Home;
import dev.foyer.local.secrets.SecretFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings of one user for {@code kcat -F}, in a file of mode 600: on a command line the password would be in everybody's
 * list of processes.
 */
public record Kcat(Path file) {

    /** Of that user. */
    public static Kcat of(Home home, String user) {
        return new Kcat(home.secrets().resolve("kcat").resolve(user));
    }

    /** Writes them anew. */
    public void write(String bootstrap, String user, String password) {
        new SecretFolder(file.getParent())
                .write(
                        file.getFileName().toString(),
                        String.join(
                                "\n",
                                List.of(
                                        "bootstrap.servers=" + bootstrap,
                                        "security.protocol=SASL_PLAINTEXT",
                                        "sasl.mechanisms=PLAIN",
                                        "sasl.username=" + user,
                                        "sasl.password=" + password,
                                        "")));
    }

    /** Writes a CloudEvent, whose JSON comes by the standard input. */
    public String produce(String topic, String key, String type) {
        return "kcat -P -F " + file + " -t " + topic + " -k " + key + " -H ce_specversion=1.0 -H ce_id=$(cat"
                + " /proc/sys/kernel/random/uuid) -H ce_source=/kcat -H ce_time=$(date -u"
                + " +%Y-%m-%dT%H:%M:%S.%3NZ) -H ce_type=" + type
                + " -H content-type=application/json";
    }

    /** Reads all of a topic. */
    public String consume(String topic) {
        return "kcat -C -F " + file + " -t " + topic + " -e -q";
    }

    /** Forgets them. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CannotRun(file + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
