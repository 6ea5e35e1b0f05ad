package dev.foyer.proof.process;

import dev.foyer.local.broker.BrokerMain;
import dev.foyer.local.home.Home;

/** One broker process. */
public final class BrokerNode {

    private final Home home;
    private final int heapMegabytes;
    private final int id;
    private final String host;
    private final int port;
    private final String voters;
    private final boolean closed;
    private volatile JavaProcess process;

    BrokerNode(Home home, int heapMegabytes, int id, String host, int port, String voters) {
        this(home, heapMegabytes, id, host, port, voters, false);
    }

    private BrokerNode(Home home, int heapMegabytes, int id, String host, int port, String voters, boolean closed) {
        this.home = home;
        this.heapMegabytes = heapMegabytes;
        this.id = id;
        this.host = host;
        this.port = port;
        this.voters = voters;
        this.closed = closed;
    }

    /** As the launcher starts it; its passwords are in that home. */
    static BrokerNode closed(Home home, int heapMegabytes, int port) {
        return new BrokerNode(home, heapMegabytes, 1, "127.0.0.1", port, "", true);
    }

    /** Starts it (again), on the same port and data. Does not wait until it serves. */
    public void start() {
        String name = "broker-" + id;
        if (closed) {
            process = JavaProcess.start(
                    home, name, heapMegabytes, BrokerMain.class, home.root(), home.brokerData(), port);
            return;
        }
        process = JavaProcess.start(
                home,
                name,
                heapMegabytes,
                BrokerNodeMain.class,
                home.data().resolve(name).resolve("log"),
                id,
                host,
                port,
                voters);
    }

    /** The running one. */
    public JavaProcess process() {
        return process;
    }

    @Override
    public String toString() {
        return "broker " + id;
    }
}
