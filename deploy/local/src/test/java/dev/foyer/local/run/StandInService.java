package dev.foyer.local.run;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program in the place of a service: it answers the health question, or dies while it starts. */
final class StandInService {

    private StandInService() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("Stand-in starts");
        Path jar = Path.of(System.getProperty("java.class.path"));
        if (Files.exists(jar.resolveSibling("die"))) {
            System.out.println("The pepper file has no key");
            System.exit(3);
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"));
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        http.start();
    }
}
