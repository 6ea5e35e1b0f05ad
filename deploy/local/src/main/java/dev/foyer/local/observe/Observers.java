package dev.foyer.local.observe;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.Pause;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.process.OtherProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prometheus and Alertmanager of one Foyer. Thread-safe. */
public final class Observers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<OtherProgram> programs = new ArrayList<>();
    private boolean closed;

    private Observers() {}

    /**
     * Starts both, and returns when they answer.
     *
     * @return empty, after a sentence, where they are not installed
     * @throws CannotRun with one sentence when one of them does not start; then none is left
     */
    public static Optional<Observers> start(
            Repository repository, Home home, Ports ports, ObserverSettings settings, Console console) {
        Optional<Programs> found = Programs.find();
        if (found.isEmpty()) {
            console.say(Programs.HOW_TO_INSTALL);
            return Optional.empty();
        }
        Observers observers = new Observers();
        try {
            observers.start(found.get(), ObserverFiles.write(repository, home, ports, settings), home, ports);
        } catch (RuntimeException e) {
            observers.close();
            throw e;
        }
        console.say("Observed: Prometheus at " + ports.http(Endpoint.PROMETHEUS) + ", Alertmanager at "
                + ports.http(Endpoint.ALERTMANAGER) + ".");
        return Optional.of(observers);
    }

    private void start(Programs found, ObserverFiles files, Home home, Ports ports) {
        launch(
                home,
                OtherProgram.ALERTMANAGER,
                List.of(
                        found.alertmanager().toString(),
                        "--config.file=" + files.of(ObserverFiles.ALERTMANAGER),
                        "--storage.path=" + data(home, "alertmanager"),
                        "--web.listen-address=" + address(ports, Endpoint.ALERTMANAGER),
                        "--cluster.listen-address="));
        launch(
                home,
                OtherProgram.PROMETHEUS,
                List.of(
                        found.prometheus().toString(),
                        "--config.file=" + files.of(ObserverFiles.PROMETHEUS),
                        "--storage.tsdb.path=" + data(home, "prometheus"),
                        "--storage.tsdb.retention.time=2d",
                        "--web.listen-address=" + address(ports, Endpoint.PROMETHEUS)));
        for (Endpoint endpoint : List.of(Endpoint.ALERTMANAGER, Endpoint.PROMETHEUS)) {
            if (!Pause.untilReady(PATIENCE, () -> {
                checkAlive(home);
                return listens(ports.of(endpoint));
            })) {
                throw new CannotRun(endpoint.owner() + " does not answer; its log is in " + home.logs() + ".");
            }
        }
    }

    private synchronized void launch(Home home, String name, List<String> command) {
        if (closed) {
            throw new CannotRun("Stopped while it was starting.");
        }
        programs.add(OtherProgram.start(home, name, command));
    }

    private synchronized void checkAlive(Home home) {
        for (OtherProgram program : programs) {
            if (!program.isAlive()) {
                throw new CannotRun(
                        program.name() + " ended while it was starting; its log is " + home.log(program.name()) + ".");
            }
        }
    }

    private static Path data(Home home, String name) {
        return home.data().resolve(name);
    }

    private static String address(Ports ports, Endpoint endpoint) {
        return "127.0.0.1:" + ports.of(endpoint);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns when both are gone. A second call does nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        programs.reversed().forEach(OtherProgram::stop);
        programs.clear();
    }
}
