package dev.foyer.gateway.index;

/** What lies in the directory cannot be opened as an index; it is thrown away and built again. */
final class UnusableIndex extends RuntimeException {

    UnusableIndex(Exception cause) {
        super("it cannot be opened: " + cause, cause);
    }
}
