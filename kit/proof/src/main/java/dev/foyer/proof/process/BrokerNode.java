package dev.foyer.proof.process;

import dev.foyer.local.home.Home;

/** One broker process. */
public final class BrokerNode {

    private final Home home;
    private final int heapMegabytes;
    private final int id;
    private final String host;
    private final int port;
    private final String voters;
    private volatile JavaProcess process;

    BrokerNode(Home home, int heapMegabytes, int id, String host, int port, String voters) {
        this.home = home;
        this.heapMegabytes = heapMegabytes;
        this.id = id;
        this.host = host;
        this.port = port;
        this.voters = voters;
    }

    /** Starts it (again), on the same port and data. Does not wait until it serves. */
    public void start() {
        String name = "broker-" + id;
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
