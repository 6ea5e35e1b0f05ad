package dev.foyer.gateway.clients;

import dev.foyer.gateway.setup.GatewayConfig;
import dev.foyer.service.InternalToken;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** The services behind the gateway. None of them need be there when the gateway starts. */
@ApplicationScoped
public class Services {

    private static final Duration CONNECT = Duration.ofSeconds(1);

    @Inject
    GatewayConfig config;

    @Inject
    InternalToken token;

    private HttpClient http;
    private ServiceClient pins;
    private ServiceClient notifications;
    private ServiceClient meetings;

    @PostConstruct
    void open() {
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
        pins = client("pin-service", config.pinServiceUrl());
        notifications = client("notification-service", config.notificationServiceUrl());
        meetings = client("meeting-service", config.meetingServiceUrl());
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    public ServiceClient pins() {
        return pins;
    }

    public ServiceClient notifications() {
        return notifications;
    }

    public ServiceClient meetings() {
        return meetings;
    }

    private ServiceClient client(String name, URI url) {
        return new ServiceClient(name, url, token.authorization(), http, config.commandDeadline());
    }
}
