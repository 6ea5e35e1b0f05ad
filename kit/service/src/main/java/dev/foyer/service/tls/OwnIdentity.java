package dev.foyer.service.tls;

import dev.foyer.base.tls.Authorities;
import dev.foyer.base.tls.Credentials;
import dev.foyer.base.tls.MutualTls;
import dev.foyer.service.ServiceConfig;
import dev.foyer.service.keys.KeyFileWatch;
import dev.foyer.service.keys.WatchedFile;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The certificate that this service shows, and the authorities that it believes, as they lie in the files now. Quarkus asks
 * for them before anything else is there, so they are read first, and what is wrong with them is said at the start, from
 * when on they are watched. Thread-safe.
 */
@ApplicationScoped
public class OwnIdentity {

    private static final String CERTIFICATE = "foyer.tls.certificate-file";
    private static final String KEY = "foyer.tls.key-file";
    private static final String AUTHORITIES = "foyer.tls.authorities-file";

    @Inject
    TlsConfig config;

    @Inject
    ServiceConfig service;

    private Optional<Files> files = Optional.empty();
    private Optional<String> wrong = Optional.empty();

    private record Files(WatchedFile<Credentials> credentials, WatchedFile<Authorities> authorities) {}

    @PostConstruct
    void read() {
        List<Optional<Path>> all = List.of(config.certificateFile(), config.keyFile(), config.authoritiesFile());
        if (all.stream().allMatch(Optional::isEmpty)) {
            return;
        }
        if (all.stream().anyMatch(Optional::isEmpty)) {
            wrong = Optional.of(
                    CERTIFICATE + ", " + KEY + " and " + AUTHORITIES + " belong together; set all of them.");
            return;
        }
        try {
            files = Optional.of(read(
                    config.certificateFile().get(),
                    config.keyFile().get(),
                    config.authoritiesFile().get()));
        } catch (IllegalStateException e) {
            wrong = Optional.of(e.getMessage());
        }
    }

    private Files read(Path certificate, Path key, Path authorities) {
        String own = "The certificate " + certificate + " (" + CERTIFICATE + ")";
        String believed = "The list of authorities " + authorities + " (" + AUTHORITIES + ")";
        return new Files(
                new WatchedFile<>(
                        List.of(certificate, key), own, (text, before) -> named(Credentials.read(text, own), own)),
                new WatchedFile<>(authorities, believed, (text, before) -> Authorities.read(text, believed)));
    }

    private Credentials named(Credentials credentials, String own) {
        if (!credentials.names().contains(service.service())) {
            throw new IllegalStateException(own + " carries the names " + credentials.names() + " and not "
                    + service.service() + ", by which the other services know us.");
        }
        return credentials;
    }

    /** Nothing in tests that do without. */
    public Optional<MutualTls> tls() {
        return files.map(both -> new MutualTls(both.credentials(), both.authorities()));
    }

    /**
     * Before anything talks to anybody.
     *
     * @throws ConfigurationException one sentence
     */
    void start(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
            KeyFileWatch watch,
            MeterRegistry metrics) {
        wrong.ifPresent(sentence -> {
            throw new ConfigurationException(sentence);
        });
        if (files.isEmpty() && LaunchMode.current() != LaunchMode.TEST) {
            throw new ConfigurationException("There is no certificate to prove to other services who we are; set "
                    + CERTIFICATE + ", " + KEY + " and " + AUTHORITIES + ".");
        }
        files.ifPresent(both -> watch(both, watch, metrics));
    }

    private void watch(Files both, KeyFileWatch watch, MeterRegistry metrics) {
        watch.every(config.fileInterval(), both.credentials()::look);
        watch.every(config.fileInterval(), both.authorities()::look);
        watch.report("tls-certificate", both.credentials()::problem);
        watch.report("tls-authorities", both.authorities()::problem);
        Gauge.builder(
                        "foyer.tls.certificate.expiry.timestamp",
                        () -> end(both.credentials().get()).toEpochMilli() / 1_000.0)
                .description("When the certificate that we show ends")
                .baseUnit("seconds")
                .register(metrics);
    }

    private static Instant end(Credentials credentials) {
        return credentials.chain().getFirst().getNotAfter().toInstant();
    }
}
