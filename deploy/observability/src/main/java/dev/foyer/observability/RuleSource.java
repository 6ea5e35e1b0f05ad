package dev.foyer.observability;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What {@code rules.yaml} says. */
record RuleSource(List<Promise> promises, List<Group> groups) {

    /**
     * Something that is answered well, or the objective is missed.
     *
     * @param uri a pattern of the routes of the gateway that it is asked at
     * @param description what happens to how many, behind the share of them
     */
    record Promise(String name, String alert, String uri, String summary, String description) {}

    /** Rules that are judged together. */
    record Group(String name, List<Alert> rules) {}

    /** @param patience for how long it must hold; {@code null}: it need not */
    record Alert(
            String alert,
            String severity,
            @JsonProperty("for") String patience,
            String expr,
            String summary,
            String description) {}

    static RuleSource read(Windows windows) {
        return Source.parse(windows.fill(Source.text("rules.yaml")), RuleSource.class);
    }
}
