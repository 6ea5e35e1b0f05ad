package dev.foyer.gateway.clients;

import org.jboss.resteasy.reactive.RestResponse;

/** What the gateway asks of a service about the letters that it wrote; the same of all of them. Called through {@link RemoteService} only. */
public interface DeadLettersClient {

    RestResponse<Replayed> replay(CommandParams command, String letter, Letter body);

    RestResponse<Void> discard(CommandParams command, String letter, Letter body);

    /** Where it lies in the service's topic. @param reason {@code null}: none is given */
    record Letter(int partition, long offset, String reason) {}

    /** @param outcome {@code REPLAYING}, {@code REPLAYED} or {@code BURIED_AGAIN}; @param why {@code null} but for the last */
    record Replayed(String outcome, int attempt, String why) {}
}
