package dev.foyer.gateway.page;

import dev.foyer.gateway.api.NotificationAnswer;
import dev.foyer.gateway.api.NotificationKind;
import java.util.Locale;

/**
 * Which mails are listed. All of it stands in each address of the page, also in that of a mail and of what is done with it: whoever
 * comes back from one is where they were.
 *
 * @param kind {@code null}: any
 * @param cursor where this part begins; {@code null}: at the beginning
 */
record DeliveryAsk(View view, NotificationKind kind, String cursor) {

    private static final String ROOT = "/admin/deliveries";

    /** Which mails; the names are values of the address. */
    enum View {
        HELD,
        FAILED,
        ALL;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The address of this part. */
    public String address() {
        return ROOT + query();
    }

    /** The list from its beginning. */
    public String first() {
        return with(view);
    }

    /** Another view of the same kind of mails. */
    public String with(View other) {
        return new DeliveryAsk(other, kind, null).address();
    }

    /** What follows this part. */
    public String next(String after) {
        return new DeliveryAsk(view, kind, after).address();
    }

    /** A mail beside this part. */
    public String of(NotificationAnswer mail) {
        return ROOT + "/" + Urls.inUrl(mail.id()) + query();
    }

    /** What is done with a mail beside this part. */
    public String to(NotificationAnswer mail, String verb) {
        return ROOT + "/" + Urls.inUrl(mail.id()) + "/" + verb + query();
    }

    /** What is done with several. */
    public String many() {
        return ROOT + "/many" + query();
    }

    private String query() {
        return "?view=" + view.id() + (kind == null ? "" : "&kind=" + kind.name())
                + (cursor == null ? "" : "&cursor=" + Urls.inUrl(cursor));
    }
}
