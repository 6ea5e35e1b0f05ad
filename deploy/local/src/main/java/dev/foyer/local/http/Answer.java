package dev.foyer.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What came back.
 *
 * @param body the JSON, or a missing node when there was none
 */
public record Answer(int status, JsonNode body, HttpHeaders headers) {

    /** A text of the body by its path, e.g. {@code conferencing.pin}; null when it is not there. */
    public String text(String path) {
        return at(path).asText(null);
    }

    /** A node of the body by its path; missing when it is not there. */
    public JsonNode at(String path) {
        return body.at("/" + path.replace('.', '/'));
    }

    /** Status and problem, without the body: it may carry a PIN. */
    @Override
    public String toString() {
        String problem = body.path("detail").asText(body.path("title").asText(""));
        return "status " + status + (status < 400 || problem.isEmpty() ? "" : " (" + problem + ")");
    }
}
