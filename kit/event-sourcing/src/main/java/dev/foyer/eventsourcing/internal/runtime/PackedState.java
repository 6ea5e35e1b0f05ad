package dev.foyer.eventsourcing.internal.runtime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A large state in a snapshot, packed: a meeting of ten thousand says the same words for each of them, and would not fit into one
 * record as it is. Small states, which nearly all are, are not worth the time.
 */
final class PackedState {

    /** Bytes from which on it pays. */
    static final int WORTHWHILE = 64 * 1024;

    private PackedState() {}

    static boolean isWorthwhile(byte[] state) {
        return state.length >= WORTHWHILE;
    }

    static byte[] pack(byte[] state) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(state.length / 4);
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(state);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    static byte[] unpack(byte[] packed) throws IOException {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
