package dev.foyer.gateway.page;

import dev.foyer.gateway.api.ListAnswer;
import java.util.Locale;

/**
 * What was found.
 *
 * @param cursor where this part begins; {@code null}: at the beginning
 */
record MeetingList(ListAnswer<MeetingRow> meetings, View view, String cursor) {

    /** Which meetings; the names are values of the address. */
    enum View {
        LIVE,
        WAITING,
        ENDED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The address of this part. */
    public String part() {
        return cursor == null ? here() : here() + "&cursor=" + Urls.inUrl(cursor);
    }

    /** Its address; the cursor is not in it. */
    public String here() {
        return "/admin/meetings?view=" + view.id();
    }
}
