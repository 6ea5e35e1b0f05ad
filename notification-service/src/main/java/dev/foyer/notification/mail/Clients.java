package dev.foyer.notification.mail;

import io.quarkus.mailer.runtime.MailerSupport;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Mail clients as {@code quarkus-mailer} makes them of its settings, each for one connection. Thread-safe. */
@ApplicationScoped
class Clients {

    private final io.vertx.mutiny.core.Vertx mutiny;
    private final MailersRuntimeConfig config;
    private final TlsConfigurationRegistry tls;

    Clients(io.vertx.mutiny.core.Vertx mutiny, MailersRuntimeConfig config, TlsConfigurationRegistry tls) {
        this.mutiny = mutiny;
        this.config = config;
        this.tls = tls;
    }

    /** @param vertx through which it talks */
    MailClient client(Vertx vertx) {
        MailerSupport onlyTheDefaultOne = new MailerSupport(true, Set.of());
        return new Mailers(vertx, mutiny, config, LaunchMode.current(), onlyTheDefaultOne, tls, null)
                .mailClientFromName(Mailers.DEFAULT_MAILER_NAME);
    }
}
