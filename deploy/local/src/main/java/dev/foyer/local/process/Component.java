package dev.foyer.local.process;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The processes of a Foyer, in the order in which they are started; they are stopped in the reverse one. */
public enum Component {
    BROKER("broker", Endpoint.BROKER),
    SINK("smtp-sink", Endpoint.SMTP),
    PIN_SERVICE("pin-service", Endpoint.PIN),
    NOTIFICATION_SERVICE("notification-service", Endpoint.NOTIFICATION),
    MEETING_SERVICE("meeting-service", Endpoint.MEETING),
    ADMIN_GATEWAY("admin-gateway", Endpoint.GATEWAY);

    private final String title;
    private final Endpoint endpoint;

    Component(String title, Endpoint endpoint) {
        this.title = title;
        this.endpoint = endpoint;
    }

    /** Its name on the command line, of its log and of its record. */
    public String title() {
        return title;
    }

    /** Where it listens. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Whether it is one of Foyer's own services, with health endpoints. */
    public boolean isService() {
        return this != BROKER && this != SINK;
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
