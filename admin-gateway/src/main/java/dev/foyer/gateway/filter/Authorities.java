package dev.foyer.gateway.filter;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The names under which we answer. Immutable after the start. */
@ApplicationScoped
public class Authorities {

    private static final Pattern AUTHORITY = Pattern.compile("([a-z0-9.-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    @Inject
    AuthoritiesConfig config;

    @Inject
    @ConfigProperty(name = "quarkus.http.host")
    String host;

    /** Bad names, or none where others than this machine may call, end the start with one sentence. */
    void check(@Observes StartupEvent event) {
        List<String> names = config.publicAuthorities().orElse(List.of());
        for (String name : names) {
            if (!AUTHORITY.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                throw new ConfigurationException("foyer.public-authorities has \"" + name
                        + "\", which is not a host or host:port as browsers show it.");
            }
        }
        if (names.isEmpty() && !isLoopback(host)) {
            throw new ConfigurationException("foyer.public-authorities is missing: quarkus.http.host " + host
                    + " lets others than this machine call, so say by which names they do.");
        }
    }

    /** Whether the request means us; its authority is what stands in {@code Host}, or in HTTP/2's {@code :authority}. */
    boolean areMeantBy(HttpServerRequest request) {
        return of(request).filter(name -> isOurs(name, request)).isPresent();
    }

    /** In lower case; empty when the request names none, or two. */
    Optional<String> of(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        HostAndPort named = request.authority();
        if (hosts.size() > 1 || named == null) {
            return Optional.empty();
        }
        String authority =
                (named.port() < 0 ? named.host() : named.host() + ":" + named.port()).toLowerCase(Locale.ROOT);
        return Optional.of(authority)
                .filter(name -> hosts.isEmpty() || name.equals(hosts.getFirst().toLowerCase(Locale.ROOT)));
    }

    private boolean isOurs(String authority, HttpServerRequest request) {
        if (config.publicAuthorities().isPresent()) {
            return config.publicAuthorities().get().stream().anyMatch(authority::equalsIgnoreCase);
        }
        int port = request.connection().localAddress().port();
        boolean usual = port == (request.isSSL() ? 443 : 80);
        return LOOPBACK.stream()
                .anyMatch(name -> authority.equals(name + ":" + port) || usual && authority.equals(name));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
