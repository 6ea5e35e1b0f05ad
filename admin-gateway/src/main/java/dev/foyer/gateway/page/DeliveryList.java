package dev.foyer.gateway.page;

import dev.foyer.gateway.api.ListAnswer;
import dev.foyer.gateway.api.NotificationKind;
import java.util.List;

/**
 * What was found.
 *
 * @param held how many there are of that kind
 * @param failed how many there are of that kind
 * @param actions what this account may do with many of them
 * @param outcome of what was just done with many, or {@code null}
 */
record DeliveryList(
        ListAnswer<DeliveryRow> mails,
        DeliveryAsk ask,
        long held,
        long failed,
        List<DeliveryAction> actions,
        Outcome outcome) {

    /** @param refused a sentence for each that could not be done */
    record Outcome(long done, List<String> refused) {
        public long refusals() {
            return refused.size();
        }
    }

    /** All that the filter may be. */
    public List<NotificationKind> kinds() {
        return List.of(NotificationKind.values());
    }

    public List<DeliveryAsk.View> views() {
        return List.of(DeliveryAsk.View.values());
    }

    DeliveryList after(Outcome done) {
        return new DeliveryList(mails, ask, held, failed, actions, done);
    }
}
