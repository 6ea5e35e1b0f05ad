package dev.foyer.gateway.page;

import dev.foyer.gateway.api.MeetingAnswer;
import java.util.Locale;

/**
 * Which meetings are listed. All of it stands in each address of the page, also in that of a meeting and of what is done with it:
 * whoever comes back from one is where they were.
 *
 * @param cursor where this part begins; {@code null}: at the beginning
 */
record MeetingAsk(View view, String cursor) {

    private static final String ROOT = "/admin/meetings";

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
    public String address() {
        return ROOT + query();
    }

    /** The list from its beginning. */
    public String first() {
        return with(view);
    }

    public String with(View other) {
        return new MeetingAsk(other, null).address();
    }

    /** What follows this part. */
    public String next(String after) {
        return new MeetingAsk(view, after).address();
    }

    /** A meeting beside this part. */
    public String of(MeetingAnswer meeting) {
        return ROOT + "/" + Urls.inUrl(meeting.conferenceId()) + query();
    }

    /** What is done with a meeting beside this part. */
    public String to(MeetingAnswer meeting, String verb) {
        return ROOT + "/" + Urls.inUrl(meeting.conferenceId()) + "/" + verb + query();
    }

    private String query() {
        return "?view=" + view.id() + (cursor == null ? "" : "&cursor=" + Urls.inUrl(cursor));
    }
}
