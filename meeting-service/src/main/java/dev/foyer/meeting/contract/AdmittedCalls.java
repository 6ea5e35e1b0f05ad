package dev.foyer.meeting.contract;

import dev.foyer.meeting.contract.MeetingEventsV1.AdmittedCall;
import java.util.ArrayList;
import java.util.List;

/**
 * How many legs one record of an admission names: up to {@value #MOST}, and fewer where what bridges call them is long, so that a
 * record stays far below the 1 MB that a broker takes.
 */
final class AdmittedCalls {

    static final int MOST = 1_000;

    /** Of what the legs take in a record at most. */
    private static final int MOST_BYTES = 500_000;

    /** No character takes more in UTF-8, and none of those that JSON escapes more than two. */
    private static final int BYTES_PER_CHAR = 3;

    /** Names of fields, quotes, the flag. */
    private static final int AROUND = 64;

    private AdmittedCalls() {}

    /** The same, in the same order. */
    static List<List<AdmittedCall>> perRecord(List<AdmittedCall> all) {
        List<List<AdmittedCall>> records = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < all.size(); i++) {
            int more = bytes(all.get(i));
            if (i > from && (i - from == MOST || bytes + more > MOST_BYTES)) {
                records.add(all.subList(from, i));
                from = i;
                bytes = 0;
            }
            bytes += more;
        }
        if (from < all.size()) {
            records.add(all.subList(from, all.size()));
        }
        return records;
    }

    private static int bytes(AdmittedCall call) {
        int number = call.from() == null ? 0 : call.from().length();
        return AROUND + BYTES_PER_CHAR * (call.callId().length() + number);
    }
}
