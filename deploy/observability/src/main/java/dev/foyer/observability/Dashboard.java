package dev.foyer.observability;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One dashboard for Grafana.
 *
 * @param service whether one can choose the services that it is about
 */
public record Dashboard(String uid, String title, String description, boolean service, List<Panel> panels) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter();

    static {
        PRETTY.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
    }

    private static final int WIDTH = 24;
    private static final int STAT_WIDTH = 6;
    private static final int GRAPH_WIDTH = 8;
    private static final int STAT_HEIGHT = 4;
    private static final int GRAPH_HEIGHT = 8;

    /**
     * One panel.
     *
     * @param kind {@code stat}, or {@code null} for one with time
     * @param unit as Grafana calls it
     * @param thresholds from where yellow, from where red; none: no colours
     * @param runbook of which alert; {@code null}: of none
     * @param quiet whether it shows what should never happen
     */
    public record Panel(
            String title,
            String kind,
            String unit,
            List<Double> thresholds,
            String runbook,
            boolean quiet,
            List<Query> queries) {

        public Panel {
            thresholds = thresholds == null ? List.of() : thresholds;
        }

        boolean isStat() {
            return "stat".equals(kind);
        }
    }

    /** One series or several. */
    public record Query(@JsonProperty("expr") String expression, String legend) {

        /** As Prometheus is asked when Grafana has filled in what was chosen. */
        public String filled(String window) {
            return expression.replace("$__rate_interval", window).replace("$service", ".+");
        }
    }

    /** All there are. */
    public static List<Dashboard> all() {
        return List.of(Source.read("dashboards.yaml", Dashboard[].class));
    }

    /** As Grafana imports it. @param runbooks the address of the folder of pages */
    String json(String runbooks) {
        ObjectNode root = JSON.createObjectNode();
        root.put("uid", uid).put("title", title).put("description", description);
        root.putArray("tags").add("foyer");
        root.put("schemaVersion", 39).put("version", 1).put("editable", true).put("refresh", "30s");
        root.putObject("time").put("from", "now-3h").put("to", "now");
        ArrayNode links = root.putArray("links");
        links.addObject()
                .put("type", "dashboards")
                .put("title", "Foyer")
                .put("asDropdown", true)
                .putArray("tags")
                .add("foyer");
        links.addObject().put("type", "link").put("title", "Runbooks").put("url", runbooks + "README.md");
        variables(root.putObject("templating").putArray("list"));
        layOut(root.putArray("panels"), runbooks);
        try {
            return JSON.writer(PRETTY).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void variables(ArrayNode list) {
        list.addObject()
                .put("name", "datasource")
                .put("label", "Prometheus")
                .put("type", "datasource")
                .put("query", "prometheus");
        if (service) {
            ObjectNode chosen = list.addObject();
            chosen.put("name", "service")
                    .put("label", "Service")
                    .put("type", "query")
                    .put("query", "label_values(foyer_keys_refused, service)")
                    .put("includeAll", true)
                    .put("multi", true)
                    .put("allValue", ".+")
                    .put("refresh", 2);
            chosen.set("datasource", source());
            chosen.putObject("current").put("text", "All").put("value", "$__all");
        }
    }

    private void layOut(ArrayNode into, String runbooks) {
        int x = 0;
        int y = 0;
        int height = 0;
        int id = 1;
        for (Panel panel : panels) {
            int width = panel.isStat() ? STAT_WIDTH : GRAPH_WIDTH;
            int tall = panel.isStat() ? STAT_HEIGHT : GRAPH_HEIGHT;
            if (x + width > WIDTH || height != 0 && height != tall) {
                x = 0;
                y += height;
                height = 0;
            }
            height = tall;
            panel(into.addObject(), panel, id++, runbooks)
                    .putObject("gridPos")
                    .put("x", x)
                    .put("y", y)
                    .put("w", width)
                    .put("h", tall);
            x += width;
        }
    }

    private static ObjectNode panel(ObjectNode node, Panel panel, int id, String runbooks) {
        node.put("id", id).put("title", panel.title()).put("type", panel.isStat() ? "stat" : "timeseries");
        node.set("datasource", source());
        ObjectNode defaults =
                node.putObject("fieldConfig").putObject("defaults").put("unit", panel.unit());
        if (!panel.thresholds().isEmpty()) {
            ArrayNode steps =
                    defaults.putObject("thresholds").put("mode", "absolute").putArray("steps");
            steps.addObject().put("color", "green").putNull("value");
            steps.addObject()
                    .put("color", "yellow")
                    .put("value", panel.thresholds().getFirst());
            steps.addObject()
                    .put("color", "red")
                    .put("value", panel.thresholds().getLast());
            if (!panel.isStat()) {
                defaults.putObject("custom").putObject("thresholdsStyle").put("mode", "line");
            }
        }
        if (panel.runbook() != null) {
            node.putArray("links")
                    .addObject()
                    .put("title", "Runbook " + panel.runbook())
                    .put("url", runbooks + panel.runbook() + ".md")
                    .put("targetBlank", true);
        }
        ArrayNode targets = node.putArray("targets");
        char name = 'A';
        for (Query query : panel.queries()) {
            ObjectNode target = targets.addObject();
            target.put("refId", String.valueOf(name++))
                    .put("expr", query.expression())
                    .put("legendFormat", query.legend());
            target.set("datasource", source());
        }
        return node;
    }

    private static ObjectNode source() {
        return JSON.createObjectNode().put("type", "prometheus").put("uid", "${datasource}");
    }
}
