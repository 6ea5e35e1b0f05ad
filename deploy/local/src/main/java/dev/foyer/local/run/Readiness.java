package dev.foyer.local.run;

import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.process.Component;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a component whether it is ready: a service by its health endpoint (ready means caught up), the others by their port. */
public final class Readiness implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Ports ports;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** @param ports where the components listen */
    public Readiness(Ports ports) {
        this.ports = ports;
    }

    /** One question; false also when nobody answers. */
    public boolean isReady(Component component) {
        return switch (component) {
            case BROKER -> listens(Endpoint.BROKER);
            case SINK -> listens(Endpoint.SMTP) && listens(Endpoint.SMTP_VIEW);
            case TENANTS -> listens(Endpoint.TENANTS);
            case PIN_SERVICE, NOTIFICATION_SERVICE, MEETING_SERVICE, ADMIN_GATEWAY ->
                answersOk(ports.http(component.management()).resolve("/q/health/ready"));
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private boolean listens(Endpoint endpoint) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(endpoint)), (int)
                    PATIENCE.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answersOk(URI address) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
