package dev.foyer.local.home;

import java.util.Optional;

/** A port that Foyer listens on, always on loopback. What is called management shows health and metrics. */
public enum Endpoint {
    GATEWAY("admin-gateway", 8080),
    PIN("pin-service", 8081),
    NOTIFICATION("notification-service", 8082),
    MEETING("meeting-service", 8083),
    BROKER("broker", 9092),
    SMTP("SMTP sink", 2525),
    SMTP_VIEW("view of the SMTP sink", 8025),
    GATEWAY_MANAGEMENT(GATEWAY, 9080),
    PIN_MANAGEMENT(PIN, 9081),
    NOTIFICATION_MANAGEMENT(NOTIFICATION, 9082),
    MEETING_MANAGEMENT(MEETING, 9083),
    TENANTS("tenants", GATEWAY, 9084),
    PROMETHEUS("Prometheus", 9090),
    ALERTMANAGER("Alertmanager", 9093),
    BROKER_METRICS("metrics of the broker", 9095);

    private final String owner;
    private final int usual;
    private final Optional<Endpoint> beside;

    Endpoint(String owner, int usual) {
        this.owner = owner;
        this.usual = usual;
        this.beside = Optional.empty();
    }

    /** The management of who listens there. */
    Endpoint(Endpoint managed, int usual) {
        this("management of " + managed.owner, managed, usual);
    }

    Endpoint(String owner, Endpoint beside, int usual) {
        this.owner = owner;
        this.usual = usual;
        this.beside = Optional.of(beside);
    }

    /** Whether somebody listens there only where Foyer is observed. */
    public boolean isOfObservers() {
        return this == PROMETHEUS || this == ALERTMANAGER || this == BROKER_METRICS;
    }

    /** Who listens there, in words. */
    public String owner() {
        return owner;
    }

    /** The port unless the environment says otherwise. */
    public int usual() {
        return usual;
    }

    /** The port with which this one moves, unless it is moved itself: who moves a service need not think of two ports. */
    Optional<Endpoint> beside() {
        return beside;
    }

    /** The environment variable that moves it. */
    public String variable() {
        return "FOYER_PORT_" + name();
    }
}
