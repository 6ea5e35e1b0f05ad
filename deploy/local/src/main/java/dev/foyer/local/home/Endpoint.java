package dev.foyer.local.home;

/** A port that Foyer listens on, always on loopback. */
public enum Endpoint {
    GATEWAY("admin-gateway", 8080),
    PIN("pin-service", 8081),
    NOTIFICATION("notification-service", 8082),
    MEETING("meeting-service", 8083),
    BROKER("broker", 9092),
    SMTP("SMTP sink", 2525),
    SMTP_VIEW("view of the SMTP sink", 8025);

    private final String owner;
    private final int usual;

    Endpoint(String owner, int usual) {
        this.owner = owner;
        this.usual = usual;
    }

    /** Who listens there, in words. */
    public String owner() {
        return owner;
    }

    /** The port unless the environment says otherwise. */
    public int usual() {
        return usual;
    }

    /** The environment variable that moves it. */
    public String variable() {
        return "FOYER_PORT_" + name();
    }
}
