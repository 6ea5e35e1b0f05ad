package dev.foyer.local.process;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The processes of a Foyer, in the order in which they are started; they are stopped in the reverse one. */
public enum Component {
    BROKER("broker", Endpoint.BROKER, null),
    SINK("smtp-sink", Endpoint.SMTP, null),
    TENANTS("tenants", Endpoint.TENANTS, null),
    PIN_SERVICE("pin-service", Endpoint.PIN, Endpoint.PIN_MANAGEMENT),
    NOTIFICATION_SERVICE("notification-service", Endpoint.NOTIFICATION, Endpoint.NOTIFICATION_MANAGEMENT),
    MEETING_SERVICE("meeting-service", Endpoint.MEETING, Endpoint.MEETING_MANAGEMENT),
    ADMIN_GATEWAY("admin-gateway", Endpoint.GATEWAY, Endpoint.GATEWAY_MANAGEMENT);

    private final String title;
    private final Endpoint endpoint;
    private final Endpoint management;

    Component(String title, Endpoint endpoint, Endpoint management) {
        this.title = title;
        this.endpoint = endpoint;
        this.management = management;
    }

    /** Its name on the command line, of its log and of its record. */
    public String title() {
        return title;
    }

    /** Where it listens. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Where it shows health and metrics; {@code null} when it is none of Foyer's own services. */
    public Endpoint management() {
        return management;
    }

    /** Whether it is one of Foyer's own services, with health endpoints. */
    public boolean isService() {
        return management != null;
    }

    /** Whether it keeps a journal. */
    public boolean hasJournal() {
        return isService() && this != ADMIN_GATEWAY;
    }

    /** The four services, in the order in which they are started. */
    public static List<Component> services() {
        return Arrays.stream(values()).filter(Component::isService).toList();
    }

    /** Throws {@link CannotRun}, naming the choices, when there is no such component. */
    public static Component titled(String title) {
        return Arrays.stream(values())
                .filter(component -> component.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new CannotRun("There is no \"" + title + "\" here; there are "
                        + Arrays.stream(values()).map(Component::title).collect(Collectors.joining(", ")) + "."));
    }

    @Override
    public String toString() {
        return title;
    }
}
