package dev.foyer.gateway.page;

/** A form that cannot be meant so; the message is for who filled it in. */
final class BulkRefused extends RuntimeException {

    BulkRefused(String said) {
        super(said, null, false, false);
    }
}
