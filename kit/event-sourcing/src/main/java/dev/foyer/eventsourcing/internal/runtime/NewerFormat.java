package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.eventsourcing.StoredFormat;

/**
 * A record that a later version of this program wrote, in a form that this one does not know. Nothing is broken, but this program must not
 * decide on it. The message is the one sentence that an operator needs.
 */
final class NewerFormat extends RuntimeException {

    NewerFormat(String place, StoredFormat theirs, StoredFormat ours) {
        super(
                "%s holds what version %s wrote in format %d, and this is version %s, which reads formats up to %d: start version %s or a later one"
                        .formatted(
                                place, theirs.writer(), theirs.number(), ours.writer(), ours.number(), theirs.writer()),
                null,
                false,
                false);
    }
}
