package dev.foyer.gateway.page;

import dev.foyer.gateway.api.DeliveryAnswer;
import dev.foyer.gateway.api.WebhookAnswer;
import java.util.List;

/**
 * The chosen webhook. Prints nothing of its secret.
 *
 * @param deliveries the last ones
 * @param key of the form that makes a new secret: sent twice it makes one
 * @param labels of the types that it is told of
 * @param said what was just done, or {@code null}
 * @param refusal why it could not be done, or {@code null}
 */
record HookPane(
        WebhookAnswer hook,
        String key,
        List<Told> deliveries,
        List<String> labels,
        boolean admin,
        String secret,
        String said,
        String refusal) {

    /**
     * An event on its way to it.
     *
     * @param title what happened
     * @param why it was not told, or {@code null}
     */
    record Told(DeliveryAnswer delivery, String title, String why) {}

    /** Of how many sorts of events it is told. */
    public long many() {
        return labels.size();
    }

    @Override
    public String toString() {
        return "HookPane[" + hook.id() + "]";
    }
}
