package dev.foyer.proof.instance;

import java.util.Arrays;
import java.util.Optional;

/** An instance as a process. It ends on SIGTERM, after the requests in flight are answered. */
public final class InstanceMain {

    private InstanceMain() {}

    /** @param arguments host, port, instance id or "-", and the plan */
    public static void main(String[] arguments) {
        // Without it every answer would wait for the acknowledgement of its own headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Optional<String> id = Optional.of(arguments[2]).filter(text -> !text.equals("-"));
        ClusterPlan plan = ClusterPlan.of(Arrays.copyOfRange(arguments, 3, arguments.length));
        Instance instance = new Instance(plan, arguments[0], Integer.parseInt(arguments[1]), id);
        Runtime.getRuntime().addShutdownHook(new Thread(instance::close));
    }
}
