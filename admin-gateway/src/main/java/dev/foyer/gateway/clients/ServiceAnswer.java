package dev.foyer.gateway.clients;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Position;
import java.util.List;

/**
 * A success of a service. May carry a PIN, so it has no text form.
 *
 * @param body missing node when there is none
 * @param positions of the public records that the command wrote
 */
public record ServiceAnswer(int status, JsonNode body, List<Position> positions) {

    /** A text of the body, or {@code null}. */
    public String text(String field) {
        return body.path(field).isMissingNode() || body.path(field).isNull()
                ? null
                : body.path(field).asText();
    }

    @Override
    public String toString() {
        return "ServiceAnswer[" + status + "]";
    }
}
