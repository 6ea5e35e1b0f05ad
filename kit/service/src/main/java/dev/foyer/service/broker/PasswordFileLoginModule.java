package dev.foyer.service.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/**
 * Kafka's login by SCRAM, with the password from a file: so it stands in no setting, and in none that a client might log.
 * Named in {@code kafka.sasl.jaas.config}, with the options {@code username} and {@code file}. The file is read for the first
 * client of a process; another password needs a restart.
 */
public class PasswordFileLoginModule extends ScramLoginModule {

    static final String FILE = "file";
    private static final String PASSWORD = "password";

    /** @throws IllegalStateException when the file cannot be read; Kafka then makes no client */
    @Override
    public void initialize(
            Subject subject, CallbackHandler handler, Map<String, ?> sharedState, Map<String, ?> options) {
        Map<String, Object> complete = new HashMap<>(options);
        complete.put(PASSWORD, read(Path.of(String.valueOf(options.get(FILE)))));
        super.initialize(subject, handler, sharedState, complete);
    }

    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException("The broker's password cannot be read from " + file, e);
        }
    }
}
