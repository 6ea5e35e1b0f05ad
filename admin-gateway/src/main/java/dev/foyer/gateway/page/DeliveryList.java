package dev.foyer.gateway.page;

import dev.foyer.gateway.api.ListAnswer;
import dev.foyer.gateway.api.NotificationKind;
import java.util.List;

/**
 * What was found.
 *
 * @param kind the filter, or {@code null}
 * @param cursor where this part begins; {@code null}: at the beginning
 * @param held how many there are of any kind
 * @param failed how many there are of any kind
 * @param actions what this account may do with many of them
 * @param outcome of what was just done with many, or {@code null}
 */
record DeliveryList(
        ListAnswer<DeliveryRow> mails,
        View view,
        NotificationKind kind,
        String cursor,
        long held,
        long failed,
        List<DeliveryAction> actions,
        Outcome outcome) {

    /** Which mails; the names are values of the address. */
    enum View {
        HELD,
        FAILED,
        ALL;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

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

    /** Its address; the cursor is not in it. */
    public String here() {
        return "/admin/deliveries?view=" + view.id() + "&kind=" + (kind == null ? "" : kind.name());
    }

    /** The address of this part. */
    public String part() {
        return cursor == null ? here() : here() + "&cursor=" + Urls.inUrl(cursor);
    }

    DeliveryList after(Outcome done) {
        return new DeliveryList(mails, view, kind, cursor, held, failed, actions, done);
    }
}
