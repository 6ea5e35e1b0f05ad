package dev.foyer.gateway.clients;

import dev.foyer.base.Position;
import dev.foyer.service.CallHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A success of a service. May carry a PIN, so it has no text form.
 *
 * @param body {@code null} when there is none
 * @param positions of the public records that the command wrote
 */
public record Answered<T>(int status, T body, List<Position> positions) {

    static <T> Answered<T> of(RestResponse<T> response) {
        return new Answered<>(
                response.getStatus(),
                response.getEntity(),
                Position.parse(response.getHeaderString(CallHeaders.POSITIONS)));
    }

    @Override
    public String toString() {
        return "Answered[" + status + "]";
    }
}
