package dev.foyer.proof.process;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Pause;
import dev.foyer.local.broker.SuperUser;
import dev.foyer.local.home.Home;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** One broker or three, each in a process of its own. */
public final class Brokers implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final List<BrokerNode> nodes;
    private final String bootstrap;
    private final Supplier<Map<String, Object>> connection;

    private Brokers(List<BrokerNode> nodes, String bootstrap, Supplier<Map<String, Object>> connection) {
        this.nodes = nodes;
        this.bootstrap = bootstrap;
        this.connection = connection;
    }

    /** The one of {@code ./foyer up}, which a packaged service needs; {@link #connection} is the super user's. */
    public static Brokers closed(Home home, int heapMegabytes) {
        home.create();
        SuperUser.prepare(home.secrets());
        int port = FreePorts.one();
        BrokerNode node = BrokerNode.closed(home, heapMegabytes, port);
        node.start();
        Brokers brokers = new Brokers(List.of(node), "127.0.0.1:" + port, () -> SuperUser.connection(home));
        brokers.awaitServing();
        return brokers;
    }

    /** One on loopback. Returns when it serves. Its data lies in that home. */
    public static Brokers one(Home home, int heapMegabytes) {
        return start(home, heapMegabytes, "127.0.0.1", 1);
    }

    /** Returns when all of them serve. Their data lies in that home. */
    public static Brokers start(Home home, int heapMegabytes, String host, int count) {
        home.create();
        List<Integer> ports = FreePorts.several(2 * count);
        String voters = IntStream.range(0, count)
                .mapToObj(i -> (i + 1) + "@" + host + ":" + ports.get(count + i))
                .collect(Collectors.joining(","));
        List<BrokerNode> nodes = IntStream.range(0, count)
                .mapToObj(i -> new BrokerNode(home, heapMegabytes, i + 1, host, ports.get(i), voters))
                .toList();
        String bootstrap =
                ports.subList(0, count).stream().map(port -> host + ":" + port).collect(Collectors.joining(","));
        nodes.forEach(BrokerNode::start);
        Brokers brokers = new Brokers(nodes, bootstrap, () -> Map.of("bootstrap.servers", bootstrap));
        brokers.awaitServing();
        return brokers;
    }

    /** Each of them can be stopped and started. */
    public List<BrokerNode> nodes() {
        return nodes;
    }

    /** How clients reach them. */
    public Map<String, Object> connection() {
        return connection.get();
    }

    public String bootstrap() {
        return bootstrap;
    }

    /** Returns when they exist. */
    public void create(List<NewTopic> topics) {
        try (Admin admin = Admin.create(connection())) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics cannot be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns when all of them are members of the cluster. */
    public void awaitServing() {
        Pause.until(START, this::serving)
                .orElseThrow(() -> new IllegalStateException("The brokers do not start:\n"
                        + nodes.getFirst().process().lastLines(20)));
    }

    private Optional<Boolean> serving() {
        try (Admin admin = Admin.create(connection())) {
            int seen = admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size();
            return seen == nodes.size() ? Optional.of(true) : Optional.empty();
        } catch (ExecutionException | TimeoutException | CannotRun notYet) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** All at once: one that is left alone waits for the others. */
    @Override
    public void close() {
        List<Thread> stops = nodes.stream()
                .map(node -> Thread.ofVirtual().start(() -> node.process().stop()))
                .toList();
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
