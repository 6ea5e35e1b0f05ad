package dev.foyer.local.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.CannotRun;
import dev.foyer.local.backup.Backup;
import dev.foyer.local.backup.Manifest;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Component;
import dev.foyer.local.secrets.Certificates;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks each running service what its journal comes to, in a number by which two Foyers can be compared. */
public final class StateHashes implements Backup.Asking {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Function<Component, URI> addresses;
    private final Certificates certificates;

    /**
     * @param ports where the services listen
     * @param home of the running Foyer, which has what services ask for
     */
    public StateHashes(Ports ports, Home home) {
        this(service -> ports.https(service.endpoint()), Certificates.of(home));
    }

    /**
     * @param addresses where each service answers
     * @param certificates the operator's is among them
     */
    public StateHashes(Function<Component, URI> addresses, Certificates certificates) {
        this.addresses = addresses;
        this.certificates = certificates;
    }

    /** Throws {@link CannotRun} when it cannot answer. */
    @Override
    public List<Manifest.States> states(String service, List<Long> ends) {
        Component component = Component.titled(service);
        Answer answer = Api.internal(
                        addresses.apply(component), certificates.client(Certificates.OPERATOR, component.title()))
                .patient(PATIENCE)
                .post("/internal/states", Map.of("ends", ends));
        if (answer.status() != 200) {
            throw new CannotRun(service + " could not fold its journal: " + answer + ".");
        }
        List<Manifest.States> states = new ArrayList<>();
        for (JsonNode partition : answer.body()) {
            states.add(new Manifest.States(
                    partition.path("partition").asInt(),
                    partition.path("aggregates").asInt(),
                    partition.path("events").asLong(),
                    partition.path("hash").asText()));
        }
        return states;
    }
}
