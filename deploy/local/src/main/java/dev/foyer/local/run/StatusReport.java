package dev.foyer.local.run;

import dev.foyer.local.Console;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.process.Component;
import dev.foyer.local.process.Leftovers;
import java.util.Locale;
import java.util.Map;

/** What {@code ./foyer status} says: what really runs, whether or not anybody looks after it. */
public final class StatusReport {

    private final Home home;
    private final Ports ports;
    private final Console console;

    /** @param ports where the components of this home listen */
    public StatusReport(Home home, Ports ports, Console console) {
        this.home = home;
        this.ports = ports;
        this.console = console;
    }

    /** @return whether all is ready, and looked after */
    public boolean say() {
        boolean watched = Supervisor.find(home).isPresent();
        Map<Component, ProcessHandle> running = Leftovers.of(home);
        if (!watched && running.isEmpty()) {
            console.say("Foyer does not run from " + home.root() + "; ./foyer up starts it.");
            return false;
        }
        boolean all = true;
        try (Readiness readiness = new Readiness(ports)) {
            for (Component component : Component.values()) {
                boolean ready = running.containsKey(component) && readiness.isReady(component);
                all &= ready;
                say(component, running.get(component), ready, watched);
            }
        }
        if (!watched) {
            console.say("Nobody looks after these: the launcher was killed. ./foyer up stops what is left and starts"
                    + " everything again, ./foyer down only stops it.");
        }
        return all && watched;
    }

    private void say(Component component, ProcessHandle process, boolean ready, boolean watched) {
        String hint = watched ? "./foyer restart " + component.title() : "";
        console.say(String.format(
                        Locale.ROOT,
                        "%-21s %-9s port %-6d %s",
                        component.title(),
                        ready ? "ready" : process != null ? "not ready" : "down",
                        ports.of(component.endpoint()),
                        process != null ? "pid " + process.pid() : hint)
                .stripTrailing());
    }
}
