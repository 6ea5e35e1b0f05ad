package dev.foyer.local.process;

import dev.foyer.local.CannotRun;
import java.util.EnumMap;
import java.util.Map;

/** How much heap each process may take. All that a service knows is in memory: more users need more of it. */
public final class Heaps {

    private static final int SERVICE_MEGABYTES = 256;
    /** All users of all tenants are in it: a good kilobyte of each, and room for a directory that comes in at once. */
    private static final int PIN_SERVICE_MEGABYTES = 512;

    private static final int BROKER_MEGABYTES = 512;
    private static final int TENANTS_MEGABYTES = 96;
    private static final int LEAST_MEGABYTES = 64;
    private static final int MOST_MEGABYTES = 1_000_000;

    private final Map<Component, Integer> megabytes = new EnumMap<>(Component.class);

    private Heaps() {}

    /**
     * The usual ones, each changed by its environment variable, such as {@code FOYER_HEAP_PIN=1024} (megabytes).
     *
     * @throws CannotRun one sentence, when that is no such number
     */
    public static Heaps of(Map<String, String> environment) {
        Heaps heaps = new Heaps();
        for (Component component : Component.values()) {
            String variable = "FOYER_HEAP_" + component.endpoint().name();
            String set = environment.get(variable);
            heaps.megabytes.put(component, set == null ? usual(component) : given(variable, set));
        }
        return heaps;
    }

    /** In megabytes. */
    public int of(Component component) {
        return megabytes.get(component);
    }

    private static int usual(Component component) {
        return switch (component) {
            case BROKER -> BROKER_MEGABYTES;
            case TENANTS -> TENANTS_MEGABYTES;
            case PIN_SERVICE -> PIN_SERVICE_MEGABYTES;
            case SINK, NOTIFICATION_SERVICE, MEETING_SERVICE, ADMIN_GATEWAY -> SERVICE_MEGABYTES;
        };
    }

    private static int given(String variable, String set) {
        try {
            int megabytes = Integer.parseInt(set.strip());
            if (megabytes >= LEAST_MEGABYTES && megabytes <= MOST_MEGABYTES) {
                return megabytes;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new CannotRun(
                variable + " is \"" + set + "\"; give megabytes, " + LEAST_MEGABYTES + " to " + MOST_MEGABYTES + ".");
    }
}
