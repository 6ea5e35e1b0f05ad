package dev.foyer.local.run;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.access.Provisioning;
import dev.foyer.local.home.EphemeralPorts;
import dev.foyer.local.home.ExclusiveLock;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.observe.ObserverSettings;
import dev.foyer.local.observe.Observers;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import dev.foyer.local.process.Leftovers;
import dev.foyer.local.secrets.Accounts;
import dev.foyer.local.secrets.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole Foyer on this machine. {@link #start} returns when everything is ready; {@link #close} returns when no process
 * is left. A component that ends by itself is reported and left down unless it is to be kept up; the others go on. Safe for use by several threads.
 */
public final class LocalFoyer implements AutoCloseable {

    private final Setup setup;
    private final Console console;
    private final ExclusiveLock lock;
    private final Secrets secrets;
    private final Provisioning provisioning;
    private final ChildSpecs specs;
    private final Children children;
    private Optional<Observers> observers = Optional.empty();
    private boolean closed;

    private LocalFoyer(Setup setup, Console console, ExclusiveLock lock) {
        this.setup = setup;
        this.console = console;
        this.lock = lock;
        this.secrets = Secrets.prepare(setup.home(), setup.environment());
        this.provisioning = setup.provisioning(secrets.accounts());
        this.specs = new ChildSpecs(setup, secrets);
        this.children = new Children(setup, specs, console);
    }

    /**
     * Starts everything. After an exception nothing that was started is left.
     *
     * @throws CannotRun with one sentence, when something is in the way or a component dies
     */
    public static LocalFoyer start(Setup setup, Console console) {
        LocalFoyer foyer = prepare(setup, console);
        try {
            foyer.bringUp();
            return foyer;
        } catch (RuntimeException | Error e) {
            foyer.close();
            throw e;
        }
    }

    /** Everything that can refuse before a process exists. The caller brings it up, and closes it in any case. */
    public static LocalFoyer prepare(Setup setup, Console console) {
        Home home = setup.home();
        home.create();
        ExclusiveLock lock = ExclusiveLock.tryTake(home.run().resolve("lock"))
                .orElseThrow(() -> new CannotRun("Foyer already runs from " + home.root()
                        + "; ./foyer status shows it, ./foyer down stops it, another FOYER_HOME and other ports let a"
                        + " second one run beside it."));
        try {
            home.checkSpace();
            List<String> left = Leftovers.stop(home);
            if (!left.isEmpty()) {
                console.say("An earlier run was killed; stopped what it had left: " + String.join(", ", left) + ".");
            }
            setup.ports().checkFree(setup.observed().isPresent());
            setup.ports().warning(EphemeralPorts.ofThisMachine()).ifPresent(console::say);
            Packaged.check(setup.repository());
            Scratch.empty(home.scratch());
            setup.ports().write(home);
            return new LocalFoyer(setup, console, lock);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** Starts all components in order and waits until they are ready. */
    public void bringUp() {
        children.start(List.of(Component.BROKER, Component.SINK));
        provisioning.apply(console);
        List<Component> rest = new ArrayList<>(Component.services());
        rest.addFirst(Component.TENANTS);
        children.start(rest);
        setup.observed().ifPresent(this::observe);
    }

    private void observe(ObserverSettings settings) {
        Optional<Observers> started =
                Observers.start(setup.repository(), setup.home(), setup.ports(), settings, console);
        synchronized (this) {
            observers = started;
            if (closed) {
                started.ifPresent(Observers::close);
            }
        }
    }

    /** Starts some of them and waits until they are ready; the caller stops all. */
    void start(List<Component> some) {
        children.start(some);
    }

    /** From now on a component that ends by itself is started again, after a wait that grows while it does not stay up. */
    public void keepUp() {
        children.keepUp();
    }

    /** Ends a component as kill -9 does. Returns when it is gone. */
    public void kill(Component component) {
        children.kill(component);
    }

    /** Stops the component if it runs, starts it, waits until it is ready. */
    public void restart(Component component) {
        children.restart(component);
    }

    /**
     * Starts one more instance of a service, which the caller stops; does not wait until it is ready.
     *
     * @param ports where the new one listens: those of that service
     * @param more environment on top of what the service gets anyway
     */
    public Child startAnother(Component service, Ports ports, Map<String, String> more) {
        return Child.start(specs.another(service, ports, more), setup.home());
    }

    /** The same of another build: two versions side by side. */
    public Child startAnother(Repository build, Component service, Ports ports, Map<String, String> more) {
        ChildSpecs others = new ChildSpecs(setup.of(build), secrets);
        return Child.start(others.another(service, ports, more), setup.home());
    }

    /** Whether its process runs. */
    public boolean isUp(Component component) {
        return children.isUp(component);
    }

    /** Where it listens. */
    public Ports ports() {
        return setup.ports();
    }

    /** Where its files are. */
    public Home home() {
        return setup.home();
    }

    /** The accounts with their passwords. */
    public Accounts accounts() {
        return secrets.accounts();
    }

    /** Stops everything in reverse order. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            observers.ifPresent(Observers::close);
            children.stopAll();
            lock.close();
        }
    }
}
