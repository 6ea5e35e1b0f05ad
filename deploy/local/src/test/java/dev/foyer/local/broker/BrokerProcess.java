package dev.foyer.local.broker;

import dev.foyer.local.Pause;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.ChildSpec;
import dev.foyer.local.process.Component;
import dev.foyer.local.process.JavaCommand;
import dev.foyer.local.run.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A broker process alone, for tests. */
public record BrokerProcess(Home home, Child child, Ports ports) implements AutoCloseable {

    /** Returns when it listens. */
    public static BrokerProcess start(Path folder) {
        Home home = new Home(folder);
        home.create();
        SuperUser.prepare(home.secrets());
        Ports ports = Ports.free();
        List<String> program =
                JavaCommand.program(BrokerMain.class, home.root(), home.brokerData(), ports.of(Endpoint.BROKER));
        Child child = Child.start(
                new ChildSpec(
                        Component.BROKER,
                        "broker",
                        JavaCommand.of(home, "broker", 512, program),
                        Map.of("CLASSPATH", Repository.find().classPath())),
                home);
        try (Readiness readiness = new Readiness(ports)) {
            if (!Pause.untilTrue(Duration.ofSeconds(60), () -> readiness.isReady(Component.BROKER))) {
                throw new IllegalStateException(child.lastLines(20).toString());
            }
        }
        return new BrokerProcess(home, child, ports);
    }

    /** Its address. */
    public String bootstrap() {
        return ports.bootstrap();
    }

    /** How the launcher connects. */
    public Map<String, Object> superUser() {
        return SuperUser.connection(home);
    }

    @Override
    public void close() {
        child.stop();
    }
}
