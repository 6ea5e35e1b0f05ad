package dev.foyer.eventsourcing;

import java.util.Map;

/**
 * Bytes for what the journal keeps. Type names are chosen, never class names: a class may be renamed, a journal not.
 * Reading an unknown type throws; the partition then stops loudly instead of deciding on half a history.
 */
public interface JournalFormat<T> {

    /** All that it can store, by the stored names. */
    Map<String, Class<? extends T>> types();

    /** The stored name of this value's type. */
    String typeOf(T value);

    /** The stored form, without anything secret. */
    byte[] write(T value);

    /**
     * @throws IllegalArgumentException when the type is unknown or the bytes are not of it
     */
    T read(String type, byte[] bytes);
}
