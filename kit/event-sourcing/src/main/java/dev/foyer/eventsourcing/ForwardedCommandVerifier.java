package dev.foyer.eventsourcing;

import dev.foyer.base.CommandMeta;

/**
 * Whether the owner of an aggregate believes who a forwarded command says it is from. The instance that forwards it has
 * believed it already; but one instance that went wrong shall not act for everybody. Thread-safe; asked on threads that
 * may take their time.
 */
@FunctionalInterface
public interface ForwardedCommandVerifier {

    /** Where no command comes from a request of somebody. */
    ForwardedCommandVerifier ALL = (aggregateId, command, meta) -> true;

    /**
     * @param meta with the {@link CommandMeta#credential} that was passed on, {@code null} when no request made the command
     */
    boolean believes(String aggregateId, Object command, CommandMeta meta);
}
