package dev.foyer.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one way of running Foyer says of its broker, in {@code overlay.yaml} beside the overlay's {@code kustomization.yaml}.
 *
 * @param tenants whose topics there are, and whose systems have a user each
 * @param operators who may read what operators may
 * @param brokers how many nodes, each broker and controller
 * @param inSync how many of them must have a record before it counts
 * @param storage of each node, as Kubernetes writes sizes
 * @param memory of each node, likewise
 */
public record Overlay(
        List<String> tenants, List<String> operators, int brokers, int inSync, String storage, String memory) {

    private static final String FILE = "overlay.yaml";

    /** What {@link #read} cannot know to be wrong would be found by a cluster that does not start. */
    public Overlay {
        if (brokers < 1 || inSync < 1 || inSync > brokers) {
            throw new CannotRun("An overlay has " + brokers + " brokers, of which " + inSync
                    + " must have each record; there must be at least one, and no more than there are brokers.");
        }
        if (brokers % 2 == 0) {
            throw new CannotRun("An overlay has " + brokers + " brokers, which are the controllers too; give an odd"
                    + " number, since an even one outlives no more failures than the one below.");
        }
        tenants = List.copyOf(tenants);
        operators = List.copyOf(operators);
    }

    /** Throws {@link CannotRun} when it says something unknown. */
    static Overlay read(Path folder) {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readValue(folder.resolve(FILE).toFile(), Overlay.class);
        } catch (IOException e) {
            throw new CannotRun(folder.resolve(FILE) + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The folders of all overlays. */
    static List<Path> folders(Repository repository) {
        try (Stream<Path> all = Files.list(repository.root().resolve("deploy/kubernetes/overlays"))) {
            return all.filter(folder -> Files.exists(folder.resolve(FILE)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CannotRun("The overlays of deploy/kubernetes cannot be listed: " + e.getMessage(), e);
        }
    }
}
