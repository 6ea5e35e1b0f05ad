package dev.foyer.local.tenants;

import dev.foyer.local.home.Home;
import dev.foyer.local.secrets.Certificates;
import dev.foyer.local.topics.TopicList;
import dev.foyer.service.calls.CallVerifier;
import dev.foyer.service.calls.GatewayKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The process that adds and removes tenants for the gateway. It holds what the gateway must not: the key to the broker and
 * the accounts' file; so it takes nothing but names, and from nobody but an operator for whom the gateway signs.
 */
public final class TenantsMain {

    /** The gateway's clock is this machine's, or nearly. */
    private static final Duration CLOCKS = Duration.ofSeconds(5);

    private TenantsMain() {}

    /** @param arguments the home, the file that declares the topics, port on loopback, the gateway's public keys */
    public static void main(String[] arguments) throws IOException {
        Home home = new Home(Path.of(arguments[0]));
        int port = Integer.parseInt(arguments[2]);
        Tenants tenants = new Tenants(home, TopicList.read(Path.of(arguments[1])), System.out::println);
        TenantsEndpoint endpoint = new TenantsEndpoint(
                port,
                Certificates.of(home).server(Certificates.TENANTS, Certificates.GATEWAY),
                claims(Path.of(arguments[3])),
                tenants);
        endpoint.start();
        endpoint.stopAtExit();
        System.out.println("Adding and removing tenants for the gateway on port " + port);
    }

    /** The file is read for each request, of which there are few: a key that was taken out counts no more. */
    static CallVerifier claims(Path gatewayKeys) {
        return new CallVerifier(
                () -> {
                    try {
                        return GatewayKeys.read(Files.readString(gatewayKeys), "The key file " + gatewayKeys);
                    } catch (IOException e) {
                        throw new UncheckedIOException("The gateway's keys cannot be read", e);
                    }
                },
                Certificates.GATEWAY,
                TenantsEndpoint.NAME,
                CLOCKS);
    }
}
