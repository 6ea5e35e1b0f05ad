package dev.foyer.proof.chaos;

import dev.foyer.proof.instance.InstanceProcess.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network namespace for each instance, with three links out of it: to the brokers, to the other instances, and to the
 * driver, so that each can be cut alone. The links of a kind meet in a bridge; nothing is routed, and nothing of the
 * machine's own network is touched. Needs root.
 */
final class Network implements AutoCloseable {

    /** What a link leads to; its number is part of its addresses. */
    enum Link {
        BROKERS,
        PEERS,
        DRIVER
    }

    private static final String NET = "10.213.";
    private static final int HERE = 254;

    /** In all names, so that two runs do not meet. */
    private final String mark = "fy" + ProcessHandle.current().pid() % 100_000;

    private final int instances;
    private final Thread hook = new Thread(this::remove);

    private Network(int instances) {
        this.instances = instances;
    }

    /** Why it cannot be done on this machine. */
    static Optional<String> missing() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("not root");
        }
        try {
            ip("netns", "list");
            return Optional.empty();
        } catch (UncheckedIOException | IllegalStateException e) {
            return Optional.of("no ip netns: " + e.getMessage());
        }
    }

    static Network create(int instances) {
        Network network = new Network(instances);
        Runtime.getRuntime().addShutdownHook(network.hook);
        try {
            network.create();
            return network;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private void create() {
        for (Link link : Link.values()) {
            ip("link", "add", bridge(link), "type", "bridge");
            ip("addr", "add", address(link, HERE) + "/24", "dev", bridge(link));
            ip("link", "set", bridge(link), "up");
        }
        for (int instance = 1; instance <= instances; instance++) {
            ip("netns", "add", namespace(instance));
            ip("-n", namespace(instance), "link", "set", "lo", "up");
            for (Link link : Link.values()) {
                String inside = "eth" + link.ordinal();
                ip(
                        "link",
                        "add",
                        end(link, instance),
                        "type",
                        "veth",
                        "peer",
                        "name",
                        inside,
                        "netns",
                        namespace(instance));
                ip("link", "set", end(link, instance), "master", bridge(link), "up");
                ip("-n", namespace(instance), "addr", "add", address(link, instance) + "/24", "dev", inside);
                ip("-n", namespace(instance), "link", "set", inside, "up");
            }
        }
    }

    /** Where brokers have to listen. */
    String brokerHost() {
        return address(Link.BROKERS, HERE);
    }

    Place place(String name, int instance) {
        return new Place(
                name,
                address(Link.PEERS, instance),
                address(Link.DRIVER, instance),
                List.of("ip", "netns", "exec", namespace(instance)));
    }

    void cut(Link link, int instance) {
        ip("link", "set", end(link, instance), "down");
    }

    void restore(Link link, int instance) {
        ip("link", "set", end(link, instance), "up");
    }

    private String bridge(Link link) {
        return mark + "b" + link.ordinal();
    }

    private String end(Link link, int instance) {
        return mark + "w" + link.ordinal() + instance;
    }

    private String namespace(int instance) {
        return mark + "n" + instance;
    }

    private static String address(Link link, int host) {
        return NET + link.ordinal() + "." + host;
    }

    private static void ip(String... arguments) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void remove() {
        for (int instance = 1; instance <= instances; instance++) {
            if (Files.exists(Path.of("/run/netns", namespace(instance)))) {
                ip("netns", "del", namespace(instance));
            }
        }
        for (Link link : Link.values()) {
            if (Files.exists(Path.of("/sys/class/net", bridge(link)))) {
                ip("link", "del", bridge(link));
            }
        }
    }

    @Override
    public void close() {
        remove();
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
