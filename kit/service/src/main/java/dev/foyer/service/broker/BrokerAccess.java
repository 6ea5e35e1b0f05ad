package dev.foyer.service.broker;

import dev.foyer.service.ServiceConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a start that could not prove to the broker who we are: a broker that lets anybody in proves nothing to us either. */
@ApplicationScoped
class BrokerAccess {

    /** After the keys, before any client of the broker. */
    private static final int EARLY = 2;

    private static final String SASL = "SASL_";

    void check(
            @Observes @Priority(EARLY) StartupEvent event,
            ServiceConfig config,
            @ConfigProperty(name = "kafka.security.protocol") String protocol,
            @ConfigProperty(name = "kafka.sasl.jaas.config") String login) {
        if (protocol.startsWith(SASL)) {
            if (login.contains(PasswordFileLoginModule.class.getName())) {
                checkPassword(config.kafkaPasswordFile());
            }
        } else if (LaunchMode.current() != LaunchMode.TEST) {
            throw new ConfigurationException(
                    "kafka.security.protocol is " + protocol + ", by which the broker does not"
                            + " learn who we are; set it to SASL_SSL, or to SASL_PLAINTEXT where nobody else is on the network.");
        }
    }

    private static void checkPassword(Optional<Path> file) {
        Path password = file.orElseThrow(() -> new ConfigurationException(
                "There is no password for the broker; set foyer.kafka-password-file to a file that has it and nothing"
                        + " else."));
        if (isUnreadable(password)) {
            throw new ConfigurationException(
                    "The broker's password cannot be read from " + password + " (foyer.kafka-password-file).");
        }
    }

    private static boolean isUnreadable(Path file) {
        try {
            return PasswordFileLoginModule.read(file).isEmpty();
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
