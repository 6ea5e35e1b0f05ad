package dev.foyer.meeting.domain;

/**
 * What legs and participants take in a packed snapshot, about: a meeting is full before its state is too large for one, whatever its
 * bridge calls its legs. Estimated by the kind of each character, since what is made of fewer of them packs better.
 */
final class PackedSize {

    /** Bits that one meeting may take. A snapshot may have 900,000 bytes; what was answered lately and who left is in it, too. */
    static final long MOST = 8L * 800_000;

    /** Eighths of a bit. */
    private static final int OF_HEX = 38;

    private static final int OF_ASCII = 54;
    private static final int OF_TWO_BYTES = 92;
    private static final int OF_THREE_BYTES = 148;
    private static final int OF_HALF_A_PAIR = 88;

    /** Bits: names of fields, when it came, its turn. */
    private static final int AROUND_WAITING = 8 * 16;

    private static final int AROUND_JOINED = 8 * 10;
    private static final int AROUND_ID = 8 * 3;

    private PackedSize() {}

    /** As it waits or when it has joined, whichever takes more: a start makes no meeting too large. */
    static long of(Call call) {
        int id = bits(call.id());
        int from = call.from() == null ? 0 : bits(call.from());
        return Math.max(id + from + AROUND_WAITING, ofJoined(call.id()));
    }

    /** Of a leg in the meeting, which is there a second time with its turn. */
    static long ofJoined(String callId) {
        return 2L * bits(callId) + AROUND_JOINED;
    }

    static long of(String id) {
        return (long) bits(id) + AROUND_ID;
    }

    private static int bits(String text) {
        int eighths = 0;
        for (int i = 0; i < text.length(); i++) {
            eighths += eighths(text.charAt(i));
        }
        return eighths / 8;
    }

    private static int eighths(char c) {
        if (c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c == '-') {
            return OF_HEX;
        }
        if (c < 0x80) {
            return OF_ASCII;
        }
        if (c < 0x800) {
            return OF_TWO_BYTES;
        }
        return Character.isSurrogate(c) ? OF_HALF_A_PAIR : OF_THREE_BYTES;
    }
}
