package dev.foyer.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * From where the operating system takes the ports of outgoing connections. Whoever wants to listen there may find that a
 * client's connection has the port, its own even.
 */
public record EphemeralPorts(int lowest, int highest) {

    private static final Path LINUX = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    /** Nothing where the system does not say. */
    public static Optional<EphemeralPorts> ofThisMachine() {
        return read(LINUX);
    }

    static Optional<EphemeralPorts> read(Path file) {
        try {
            String[] both = Files.readString(file).strip().split("\\s+");
            return Optional.of(new EphemeralPorts(Integer.parseInt(both[0]), Integer.parseInt(both[1])));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    boolean has(int port) {
        return port >= lowest && port <= highest;
    }
}
