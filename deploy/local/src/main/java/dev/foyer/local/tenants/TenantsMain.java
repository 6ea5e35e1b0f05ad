package dev.foyer.local.tenants;

import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.secrets.Certificates;
import dev.foyer.local.topics.TopicList;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The process that adds and removes tenants for the gateway. It holds what the gateway must not: the key to the broker and
 * the accounts' file; so it takes nothing but names, and from nobody but the gateway.
 */
public final class TenantsMain {

    private TenantsMain() {}

    /** @param arguments the home, the file that declares the topics, port on loopback */
    public static void main(String[] arguments) throws IOException {
        Home home = new Home(Path.of(arguments[0]));
        int port = Integer.parseInt(arguments[2]);
        Tenants tenants = new Tenants(
                home,
                Ports.read(home).orElseThrow(),
                TopicList.read(Path.of(arguments[1])),
                line -> System.out.println(line));
        new TenantsEndpoint(
                        port,
                        Certificates.of(home).server(Certificates.TENANTS, Certificates.GATEWAY),
                        new TenantChanges(tenants))
                .start();
        System.out.println("Adding and removing tenants for the gateway on port " + port);
    }
}
