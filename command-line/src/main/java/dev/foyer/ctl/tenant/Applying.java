package dev.foyer.ctl.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Gateway;
import dev.foyer.ctl.client.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes a plan come true: all settings in one request, then one webhook after the other; it stops at the first refusal. */
public final class Applying {

    private static final String WEBHOOKS = "/api/v1/webhooks";

    private final Gateway gateway;
    private final Consumer<String> tell;
    private final List<Change> done = new ArrayList<>();

    /** @param tell gets the secret of a new webhook, this once */
    public Applying(Gateway gateway, Consumer<String> tell) {
        this.gateway = gateway;
        this.tell = tell;
    }

    /** Throws when one is refused, and names what was done and what was not. */
    public void apply(Plan plan) {
        List<Change> settings =
                plan.changes().stream().filter(Change.Setting.class::isInstance).toList();
        List<Change> others = plan.changes().stream()
                .filter(change -> !(change instanceof Change.Setting))
                .toList();
        try {
            if (!settings.isEmpty()) {
                ObjectNode patch = JsonNodeFactory.instance.objectNode();
                settings.forEach(change -> {
                    if (change instanceof Change.Setting(String name, JsonNode _, JsonNode to)) {
                        patch.set(name, to);
                    }
                });
                gateway.patch("/api/v1/settings", patch);
                done.addAll(settings);
            }
            for (Change change : others) {
                make(change);
            }
        } catch (CtlException e) {
            throw new CtlException(e.code(), e.getMessage() + "\n" + report(plan, e.code()));
        }
    }

    private void make(Change change) {
        switch (change) {
            case Change.Setting _ -> throw new IllegalStateException("Settings go together");
            case Change.WebhookAdded(ObjectNode webhook) -> {
                add(change, webhook);
                return;
            }
            case Change.WebhookChanged(String id, ObjectNode _, ObjectNode patch) -> change(id, patch);
            case Change.WebhookRemoved(String id, String _) -> gateway.delete(path(id));
        }
        done.add(change);
    }

    /** Two requests when it is to be paused: what became of the first is said whatever becomes of the second. */
    private void add(Change change, ObjectNode webhook) {
        ObjectNode body = webhook.deepCopy();
        body.remove("paused");
        JsonNode made = gateway.post(WEBHOOKS, body);
        tell.accept("The secret of " + webhook.path("url").asText() + " is "
                + made.path("secret").asText() + " (shown this once).");
        done.add(change);
        if (webhook.path("paused").asBoolean()) {
            try {
                change(
                        made.path("id").asText(),
                        JsonNodeFactory.instance.objectNode().put("paused", true));
            } catch (CtlException e) {
                throw new CtlException(
                        e.code(),
                        "The webhook " + webhook.path("url").asText() + " is added and not paused: " + e.getMessage());
            }
        }
    }

    /** To the gateway null is what was not said; an empty description takes it away. */
    private void change(String id, ObjectNode plan) {
        ObjectNode patch = plan.deepCopy();
        if (patch.path("description").isNull()) {
            patch.put("description", "");
        }
        gateway.patch(path(id), patch);
    }

    private static String path(String id) {
        return WEBHOOKS + "/" + Pages.segment(id);
    }

    /** Whoever does not answer may have done it all the same. */
    private String report(Plan plan, ExitCode why) {
        boolean unknown = why == ExitCode.AWAY;
        StringBuilder report = new StringBuilder(
                !done.isEmpty() ? "Done before that:" : unknown ? "Nothing before that." : "Nothing was changed.");
        done.forEach(change -> report.append("\n  ").append(change.words()));
        report.append(unknown ? "\nNot done, or not known (foyerctl tenant plan says):" : "\nNot done:");
        plan.changes().stream()
                .filter(change -> !done.contains(change))
                .forEach(change -> report.append("\n  ").append(change.words()));
        return report.toString();
    }
}
