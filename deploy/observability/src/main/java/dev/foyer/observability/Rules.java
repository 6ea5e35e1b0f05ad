package dev.foyer.observability;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.foyer.observability.RuleSource.Alert;
import dev.foyer.observability.RuleSource.Group;
import dev.foyer.observability.RuleSource.Promise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules as Prometheus reads them. */
public final class Rules {

    /** Of 30 days: one in a thousand may be missed. */
    private static final double ALLOWED = 0.001;

    private static final double BURNS_FAST = 14.4;
    private static final double BURNS_SLOWLY = 6;
    private static final int FEWEST_MISSED = 4;

    private final RuleSource source;
    private final Windows windows;
    private final String runbooks;

    private Rules(RuleSource source, Windows windows, String runbooks) {
        this.source = source;
        this.windows = windows;
        this.runbooks = runbooks;
    }

    /** @param runbooks the address of the folder of pages, with its slash */
    public static Rules of(Windows windows, String runbooks) {
        return new Rules(RuleSource.read(windows), windows, runbooks);
    }

    /** One rule as Prometheus has it: {@code record} or {@code alert}, {@code expr} and so on. */
    public record Rule(String group, Map<String, Object> content) {

        /** Of an alert; {@code null} of a record. */
        public String alert() {
            return (String) content.get("alert");
        }

        /** What is recorded; {@code null} of an alert. */
        public String recorded() {
            return (String) content.get("record");
        }

        /** What it asks. */
        public String expression() {
            return (String) content.get("expr");
        }
    }

    /** All of them, in order. */
    public List<Rule> all() {
        List<Rule> all = new ArrayList<>();
        source.promises().forEach(promise -> {
            records(promise).forEach(record -> all.add(new Rule("foyer-promises", record)));
            alerts(promise).forEach(alert -> all.add(new Rule("foyer-promises", alert)));
        });
        for (Group group : source.groups()) {
            group.rules().forEach(alert -> all.add(new Rule(group.name(), alert(alert))));
        }
        return all;
    }

    /** As a file. */
    public String yaml() {
        Map<String, List<Object>> groups = new LinkedHashMap<>();
        all().forEach(rule ->
                groups.computeIfAbsent(rule.group(), _ -> new ArrayList<>()).add(rule.content()));
        List<Object> list = new ArrayList<>();
        groups.forEach((name, rules) -> list.add(map("name", name, "rules", rules)));
        try {
            return "# Made by ./foyer observability from deploy/observability/src/main/resources/observability/rules.yaml: change that.\n"
                    + Source.YAML.writeValueAsString(map("groups", list));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<Map<String, Object>> records(Promise promise) {
        return Stream.concat(
                Stream.of("short ${5m}", "middle ${30m}", "long ${1h}", "longest ${6h}")
                        .map(text -> text.split(" "))
                        .map(window -> map(
                                "record", "foyer:promise_missed:ratio_" + window[0],
                                "expr",
                                        windows.fill(missed(promise, "rate", window[1]) + " / "
                                                + asked(promise, "rate", window[1])),
                                "labels", map("promise", promise.name()))),
                Stream.of("long ${1h}", "longest ${6h}")
                        .map(text -> text.split(" "))
                        .map(window -> map(
                                "record", "foyer:promise_missed:increase_" + window[0],
                                "expr", windows.fill(missed(promise, "increase", window[1])),
                                "labels", map("promise", promise.name()))));
    }

    /** Without those that were answered in time, and not by an error of ours; and without guesses, which are answered late on purpose. */
    private static String missed(Promise promise, String function, String window) {
        return "(%s - (sum(%s(http_server_requests_seconds_bucket{service=\"admin-gateway\",uri=~\"%s\",delayed!=\"guess\",outcome!=\"SERVER_ERROR\",le=\"1.0\"}[%s])) or vector(0)))"
                .formatted(asked(promise, function, window), function, promise.uri(), window);
    }

    private static String asked(Promise promise, String function, String window) {
        return "sum(%s(http_server_requests_seconds_count{service=\"admin-gateway\",uri=~\"%s\",delayed!=\"guess\"}[%s]))"
                .formatted(function, promise.uri(), window);
    }

    private Stream<Map<String, Object>> alerts(Promise promise) {
        return Stream.of(
                burning(promise, "page", BURNS_FAST, "long", "short"),
                burning(promise, "ticket", BURNS_SLOWLY, "longest", "middle"));
    }

    private Map<String, Object> burning(Promise promise, String severity, double rate, String over, String andNow) {
        String of = "{promise=\"" + promise.name() + "\"}";
        String most = Double.toString(Math.round(rate * ALLOWED * 1e6) / 1e6);
        String expr =
                "foyer:promise_missed:ratio_%s%s > %s and foyer:promise_missed:ratio_%s%s > %s and foyer:promise_missed:increase_%s%s > %d"
                        .formatted(over, of, most, andNow, of, most, over, of, FEWEST_MISSED);
        return alert(new Alert(
                promise.alert(),
                severity,
                null,
                expr,
                promise.summary(),
                "{{ $value | humanizePercentage }} " + promise.description() + "."));
    }

    private Map<String, Object> alert(Alert alert) {
        Map<String, Object> rule = map("alert", alert.alert(), "expr", alert.expr());
        if (alert.patience() != null) {
            rule.put("for", alert.patience());
        }
        rule.put("labels", map("severity", alert.severity()));
        rule.put(
                "annotations",
                map(
                        "summary", alert.summary(),
                        "description", alert.description(),
                        "runbook_url", runbooks + alert.alert() + ".md"));
        return rule;
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
