package dev.foyer.local.process;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Door;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The processes of a Foyer, in the order in which they are started; they are stopped in the reverse one. */
public enum Part {
    BROKER("broker", Door.BROKER),
    SINK("smtp-sink", Door.SMTP),
    PIN_SERVICE("pin-service", Door.PIN),
    NOTIFICATION_SERVICE("notification-service", Door.NOTIFICATION),
    MEETING_SERVICE("meeting-service", Door.MEETING),
    ADMIN_GATEWAY("admin-gateway", Door.GATEWAY);

    private final String title;
    private final Door door;

    Part(String title, Door door) {
        this.title = title;
        this.door = door;
    }

    /** Its name on the command line, of its log and of its record. */
    public String title() {
        return title;
    }

    /** Where it listens. */
    public Door door() {
        return door;
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
    public static List<Part> services() {
        return Arrays.stream(values()).filter(Part::isService).toList();
    }

    /** Throws {@link CannotRun}, naming the choices, when there is no such part. */
    public static Part titled(String title) {
        return Arrays.stream(values())
                .filter(part -> part.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new CannotRun("There is no \"" + title + "\" here; there are "
                        + Arrays.stream(values()).map(Part::title).collect(Collectors.joining(", ")) + "."));
    }

    @Override
    public String toString() {
        return title;
    }
}
