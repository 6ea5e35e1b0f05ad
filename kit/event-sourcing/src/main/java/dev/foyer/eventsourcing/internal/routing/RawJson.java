package dev.foyer.eventsourcing.internal.routing;

/** Bytes that are one JSON value already; they go into and come out of a larger document as they are. May be secret. */
record RawJson(byte[] bytes) {

    @Override
    public String toString() {
        return "RawJson[" + bytes.length + " bytes]";
    }
}
