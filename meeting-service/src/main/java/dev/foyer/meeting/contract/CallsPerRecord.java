package dev.foyer.meeting.contract;

import dev.foyer.meeting.contract.MeetingEventsV1.AdmittedCall;
import dev.foyer.meeting.contract.MeetingEventsV1.EndedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How many legs one record of an admission or an end names: up to {@value #MOST}, and fewer where what bridges call them is long, so that a
 * record stays far below the 1 MB that a broker takes.
 */
final class CallsPerRecord {

    static final int MOST = 1_000;

    /** Of what the legs take in a record at most. */
    private static final int MOST_BYTES = 500_000;

    /** No character takes more in UTF-8, and none of those that JSON escapes more than two. */
    private static final int BYTES_PER_CHAR = 3;

    /** Names of fields, quotes, the flag. */
    private static final int AROUND = 64;

    private CallsPerRecord() {}

    /** The same, in the same order. */
    static List<List<AdmittedCall>> admitted(List<AdmittedCall> all) {
        return perRecord(all, CallsPerRecord::bytes);
    }

    /** The same, in the same order. */
    static List<List<EndedCall>> ended(List<EndedCall> all) {
        return perRecord(all, call -> AROUND + BYTES_PER_CHAR * call.callId().length());
    }

    private static <C> List<List<C>> perRecord(List<C> all, ToIntFunction<C> size) {
        List<List<C>> records = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < all.size(); i++) {
            int more = size.applyAsInt(all.get(i));
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
