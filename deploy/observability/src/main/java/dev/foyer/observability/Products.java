package dev.foyer.observability;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that are made, and committed so that nobody needs this program to use them. */
public final class Products {

    /** Where the pages about alerts are read; who runs Foyer puts the address of their copy there. */
    static final String RUNBOOKS = "https://foyer.example/docs/runbooks/";

    private Products() {}

    /** By their place in the checkout: what they should be. */
    public static Map<String, String> all() {
        Map<String, String> files = new LinkedHashMap<>();
        Rules rules = Rules.of(Windows.WHOLE, RUNBOOKS);
        files.put("docs/operations/metrics.md", new MetricsPage(MetricTable.read(), rules).text());
        files.put("deploy/observability/prometheus/foyer.rules.yaml", rules.yaml());
        Dashboard.all()
                .forEach(dashboard -> files.put(
                        "deploy/observability/grafana/" + dashboard.uid() + ".json", dashboard.json(RUNBOOKS)));
        return files;
    }

    /** Whether any of them was another one before. */
    static boolean write(Repository repository) {
        boolean changed = false;
        for (Map.Entry<String, String> each : all().entrySet()) {
            Path file = repository.root().resolve(each.getKey());
            try {
                if (!Files.exists(file) || !Files.readString(file).equals(each.getValue())) {
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, each.getValue());
                    changed = true;
                }
            } catch (IOException e) {
                throw new CannotRun(file + " cannot be written: " + e.getMessage(), e);
            }
        }
        return changed;
    }
}
