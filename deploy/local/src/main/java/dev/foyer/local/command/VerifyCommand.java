package dev.foyer.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Component;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.Supervisor;
import dev.foyer.local.secrets.Secrets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lets each running service check its log. Exit code 0 when all agree, 1 otherwise. */
@Command(
        name = "verify",
        description =
                "Fold the journals of the running services anew and compare with their snapshots; exit code 0 when"
                        + " they agree.")
public final class VerifyCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofHours(1);

    @Override
    public Integer call() {
        Setup setup = Setup.of(System.getenv());
        Home home = setup.home();
        if (Supervisor.find(home).isEmpty()) {
            throw new CannotRun("Foyer does not run from " + home.root() + "; ./foyer up starts it.");
        }
        Ports ports = Ports.read(home).orElse(setup.ports());
        String token = Secrets.internalTokenOf(home);
        List<Component> parts =
                Arrays.stream(Component.values()).filter(Component::hasJournal).toList();
        boolean all = true;
        for (Component part : parts) {
            Answer answer = Api.internal(ports.http(part.door()), token)
                    .patient(PATIENCE)
                    .post("/internal/verify", List.of());
            if (answer.status() != 200) {
                throw new CannotRun(part + " could not check its log: " + answer + ".");
            }
            all &= report(part, answer.body());
        }
        return all ? 0 : 1;
    }

    private static boolean report(Component part, JsonNode partitions) {
        boolean agree = true;
        for (JsonNode partition : partitions) {
            List<String> differing = partition
                    .path("differing")
                    .valueStream()
                    .map(JsonNode::asText)
                    .toList();
            System.out.println(String.format(
                    "%-21s partition %d: %d aggregates, journal up to %d, %s: %s",
                    part.title(),
                    partition.path("partition").asInt(),
                    partition.path("aggregates").asInt(),
                    partition.path("events").asLong(),
                    snapshots(partition.path("mark").asLong()),
                    differing.isEmpty() ? "they agree" : "THEY DIFFER in " + String.join(", ", differing)));
            agree &= differing.isEmpty();
        }
        return agree;
    }

    private static String snapshots(long mark) {
        return mark == 0 ? "no snapshots yet" : "snapshots up to " + mark;
    }
}
