package dev.foyer.local.home;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** The ports of one Foyer. A running one has them in {@code run/ports.json}, where the other commands find them. */
public record Ports(Map<Endpoint, Integer> numbers) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HIGHEST = 65_535;
    private static final int LOWEST_FREE = 20_000;
    private static final int TRIES = 100;

    /** Those that are not given are as far from their {@link Endpoint#beside} as usual. */
    public Ports {
        Map<Endpoint, Integer> all = new EnumMap<>(Endpoint.class);
        for (Endpoint endpoint : Endpoint.values()) {
            Integer given = numbers.get(endpoint);
            all.put(endpoint, given == null ? usual(endpoint, all) : given);
        }
        numbers = all;
    }

    /** The usual ones, each moved by its environment variable. */
    public static Ports of(Map<String, String> environment) {
        Map<Endpoint, Integer> numbers = new EnumMap<>(Endpoint.class);
        for (Endpoint endpoint : Endpoint.values()) {
            String set = environment.get(endpoint.variable());
            if (set != null && !set.isBlank()) {
                numbers.put(endpoint, parse(endpoint, set.strip()));
            }
        }
        return new Ports(numbers);
    }

    private static int usual(Endpoint endpoint, Map<Endpoint, Integer> sofar) {
        int moved = endpoint.beside()
                .map(other -> sofar.get(other) + endpoint.usual() - other.usual())
                .orElse(endpoint.usual());
        return moved <= HIGHEST ? moved : endpoint.usual();
    }

    /**
     * Ports that nobody uses at this moment, for tests. All are held open until the last is found, so they differ. They lie below
     * those of outgoing connections, of which one could take a port before its owner listens.
     */
    public static Ports free() {
        Map<Endpoint, Integer> numbers = new EnumMap<>(Endpoint.class);
        Map<Endpoint, ServerSocket> held = new EnumMap<>(Endpoint.class);
        try {
            for (Endpoint endpoint : Endpoint.values()) {
                ServerSocket socket = listenAnywhere();
                held.put(endpoint, socket);
                numbers.put(endpoint, socket.getLocalPort());
            }
            for (ServerSocket socket : held.values()) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ports(numbers);
    }

    private static ServerSocket listenAnywhere() throws IOException {
        int end = EphemeralPorts.ofThisMachine().map(EphemeralPorts::lowest).orElse(0);
        for (int i = 0; i < TRIES && end > LOWEST_FREE; i++) {
            try {
                int port = ThreadLocalRandom.current().nextInt(LOWEST_FREE, end);
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (BindException _) {
                // somebody listens there
            }
        }
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** Those of the Foyer that runs, or ran last, in this home. */
    public static Optional<Ports> read(Home home) {
        Path file = file(home);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Ports(JSON.readValue(file.toFile(), new TypeReference<Map<Endpoint, Integer>>() {})));
        } catch (IOException e) {
            throw new CannotRun(file + " is damaged; delete it and start Foyer again.", e);
        }
    }

    /** Leaves them for the other commands. */
    public void write(Home home) {
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(file(home).toFile(), numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port's number. */
    public int of(Endpoint endpoint) {
        return numbers.get(endpoint);
    }

    /** The HTTP address of an endpoint. */
    public URI http(Endpoint endpoint) {
        return URI.create("http://127.0.0.1:" + of(endpoint));
    }

    /** The address of a service's own endpoint, which only peers with a certificate reach. */
    public URI https(Endpoint endpoint) {
        return URI.create("https://127.0.0.1:" + of(endpoint));
    }

    /** Address of the broker for clients. */
    public String bootstrap() {
        return "127.0.0.1:" + of(Endpoint.BROKER);
    }

    /**
     * Refuses, naming all taken ports and how to move them.
     *
     * @param observed whether those of the observers are needed, too
     */
    public void checkFree(boolean observed) {
        String taken = numbers.keySet().stream()
                .filter(endpoint -> observed || !endpoint.isOfObservers())
                .filter(endpoint -> !isFree(of(endpoint)))
                .map(endpoint -> of(endpoint) + " (" + endpoint.owner() + ", " + endpoint.variable() + ")")
                .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            throw new CannotRun("Already in use by another program: port " + taken
                    + "; end that program, or set the variable in brackets to a free port.");
        }
    }

    /** A sentence when some of them may be taken by outgoing connections of this machine before we listen there. */
    public Optional<String> warning(Optional<EphemeralPorts> outgoing) {
        String inTheWay = numbers.keySet().stream()
                .filter(endpoint ->
                        outgoing.filter(range -> range.has(of(endpoint))).isPresent())
                .map(endpoint -> of(endpoint) + " (" + endpoint.owner() + ", " + endpoint.variable() + ")")
                .collect(Collectors.joining(", "));
        return inTheWay.isEmpty()
                ? Optional.empty()
                : Optional.of("Warning: this machine gives ports from "
                        + outgoing.get().lowest() + " to "
                        + outgoing.get().highest() + " to outgoing connections, which may take one of ours before it is"
                        + " listened to: port " + inTheWay + "; choose others.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int parse(Endpoint endpoint, String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= HIGHEST) {
            return Integer.parseInt(text);
        }
        throw new CannotRun(endpoint.variable() + " is \"" + text + "\", which is not a port (1 to 65535).");
    }

    private static Path file(Home home) {
        return home.run().resolve("ports.json");
    }
}
