package dev.foyer.local.secrets;

import dev.foyer.authority.Authority;
import dev.foyer.authority.Issued;
import dev.foyer.base.tls.Authorities;
import dev.foyer.base.tls.Credentials;
import dev.foyer.base.tls.MutualTls;
import dev.foyer.local.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * By what the processes of one Foyer prove their names to each other: an authority of its own, and a certificate with its key
 * for each name. What ends within half of its life is made anew at the next start. Losing them costs a restart, no more.
 */
public final class Certificates {

    /** What the launcher itself is called: it may have journals checked, and nothing else. */
    public static final String OPERATOR = "operator";

    /** What hands people's requests on to the services. */
    public static final String GATEWAY = "admin-gateway";

    /** What adds and removes tenants for the gateway: it answers, and is let in nowhere. */
    public static final String TENANTS = "tenants";

    private static final List<String> NAMES =
            List.of("pin-service", "notification-service", "meeting-service", GATEWAY, OPERATOR, TENANTS);
    private static final String AUTHORITY = "authority-key";
    private static final String AUTHORITIES = "authorities";
    private static final Duration OF_AUTHORITY = Duration.ofDays(3_650);
    private static final Duration OF_NAME = Duration.ofDays(397);

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /** Makes what is missing or ends soon. */
    static Certificates prepare(SecretFolder secrets, Instant now) {
        Optional<Authority> known =
                lasting(secrets, AUTHORITY, now, OF_AUTHORITY).map(Authority::new);
        Authority authority =
                known.orElseGet(() -> Authority.create("Foyer on this machine since " + now, now, OF_AUTHORITY));
        if (known.isEmpty()) {
            secrets.write(file(AUTHORITY), authority.own().pem());
        }
        secrets.write(file(AUTHORITIES), authority.own().certificatePem());
        for (String name : NAMES) {
            if (lasting(secrets, name, now, OF_NAME)
                    .filter(issued -> authority.issued(issued.certificate()))
                    .isEmpty()) {
                secrets.write(file(name), authority.issue(now, OF_NAME, name).pem());
            }
        }
        return new Certificates(secrets.path(""));
    }

    private static Optional<Issued> lasting(SecretFolder secrets, String name, Instant now, Duration life) {
        Path file = secrets.path(file(name));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Issued issued = Issued.read(Files.readString(file));
            Instant end = issued.certificate().getNotAfter().toInstant();
            return end.isAfter(now.plus(life.dividedBy(2))) ? Optional.of(issued) : Optional.empty();
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String name) {
        return "tls-" + name + ".pem";
    }

    /** Those of a Foyer that was started before. */
    public static Certificates of(Home home) {
        return of(home.secrets());
    }

    /** The same, by the folder that they are in. */
    public static Certificates of(Path secrets) {
        return new Certificates(secrets);
    }

    /** The certificate of that name, with its key. */
    public Path of(String name) {
        return folder.resolve(file(name));
    }

    /** The authority's certificate. */
    public Path authorities() {
        return folder.resolve(file(AUTHORITIES));
    }

    /** What a service of that name is told of them, by the environment. */
    public Map<String, String> environment(String name) {
        return Map.of(
                "FOYER_TLS_CERTIFICATE_FILE", of(name).toString(),
                "FOYER_TLS_KEY_FILE", of(name).toString(),
                "FOYER_TLS_AUTHORITIES_FILE", authorities().toString());
    }

    /** For a server of that name which lets nobody in but that peer. */
    public SSLContext server(String as, String peer) {
        return tls(as).serverFor(peer);
    }

    /** The authority with its key, for tests that issue more. */
    public Authority authority() {
        return new Authority(Issued.read(text(of(AUTHORITY))));
    }

    /**
     * For a client of one of the services.
     *
     * @param as the name that it shows
     * @param peer the name of the service that it means
     */
    public SSLContext client(String as, String peer) {
        return tls(as).clientOf(peer);
    }

    private MutualTls tls(String as) {
        Credentials own = Credentials.read(text(of(as)), "The certificate " + of(as));
        Authorities believed = Authorities.read(text(authorities()), "The file " + authorities());
        return new MutualTls(() -> own, () -> believed);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
