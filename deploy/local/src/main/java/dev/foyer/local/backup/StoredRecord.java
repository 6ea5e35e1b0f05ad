package dev.foyer.local.backup;

import java.util.List;

/** A record as it lay in a topic. Bytes are not copied. */
record StoredRecord(long offset, long timestamp, byte[] key, byte[] value, List<Field> headers) {

    /** One header. */
    record Field(String name, byte[] value) {}

    StoredRecord with(byte[] otherValue, List<Field> otherHeaders) {
        return new StoredRecord(offset, timestamp, key, otherValue, otherHeaders);
    }
}
