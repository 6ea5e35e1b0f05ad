package dev.foyer.local.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Component;
import dev.foyer.local.secrets.Certificates;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Lets each running service fold its journal anew and compare the result with its snapshots; what {@code ./foyer verify} does. */
public final class JournalCheck {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Ports ports;
    private final Certificates certificates;
    private final Console console;

    /**
     * @param ports where the services listen
     * @param home of the running Foyer, which has what services ask for
     * @param console gets a line per partition
     */
    public JournalCheck(Ports ports, Home home, Console console) {
        this.ports = ports;
        this.certificates = Certificates.of(home);
        this.console = console;
    }

    /** Asks all of them, one after the other; true when all agree. Throws {@link CannotRun} when one cannot answer. */
    public boolean allAgree() {
        List<Component> services =
                Arrays.stream(Component.values()).filter(Component::hasJournal).toList();
        boolean all = true;
        for (Component service : services) {
            Answer answer = Api.internal(
                            ports.https(service.endpoint()),
                            certificates.client(Certificates.OPERATOR, service.title()))
                    .patient(PATIENCE)
                    .post("/internal/verify", List.of());
            if (answer.status() != 200) {
                throw new CannotRun(service + " could not check its log: " + answer + ".");
            }
            all &= report(service, answer.body());
        }
        return all;
    }

    private boolean report(Component service, JsonNode partitions) {
        boolean agree = true;
        for (JsonNode partition : partitions) {
            List<String> differing = partition
                    .path("differing")
                    .valueStream()
                    .map(JsonNode::asText)
                    .toList();
            console.say(String.format(
                    "%-21s partition %d: %d aggregates, journal up to %d, %s: %s",
                    service.title(),
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
