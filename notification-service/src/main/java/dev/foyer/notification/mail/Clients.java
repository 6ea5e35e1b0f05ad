package dev.foyer.notification.mail;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.MailerSupport;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/**
 * Mail clients as {@code quarkus-mailer} makes them of its settings, each for one connection. Made at the start, so that what could never
 * send a mail ends it. Thread-safe.
 */
@Singleton
class Clients {

    private final io.vertx.mutiny.core.Vertx mutiny;
    private final MailersRuntimeConfig config;
    private final TlsConfigurationRegistry tls;

    /** @throws ConfigurationException with one sentence */
    Clients(
            Vertx vertx,
            io.vertx.mutiny.core.Vertx mutiny,
            MailersRuntimeConfig config,
            MailConfig files,
            TlsConfigurationRegistry tls) {
        this.mutiny = mutiny;
        this.tls = tls;
        MailerRuntimeConfig mailer = withFiles(config.mailers().get(Mailers.DEFAULT_MAILER_NAME), files);
        this.config = () -> Map.of(Mailers.DEFAULT_MAILER_NAME, mailer);
        try {
            client(vertx).close();
        } catch (RuntimeException e) {
            throw new ConfigurationException(
                    "No mail can be sent by these settings of quarkus.mailer: " + e.getMessage());
        }
    }

    private static MailerRuntimeConfig withFiles(MailerRuntimeConfig mailer, MailConfig files) {
        try {
            return new MailServerFiles(files, mailer).mailer();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    /** @param vertx through which it talks */
    MailClient client(Vertx vertx) {
        MailerSupport onlyTheDefaultOne = new MailerSupport(true, Set.of());
        return new Mailers(vertx, mutiny, config, LaunchMode.current(), onlyTheDefaultOne, tls, null)
                .mailClientFromName(Mailers.DEFAULT_MAILER_NAME);
    }
}
