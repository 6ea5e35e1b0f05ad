package dev.foyer.gateway.clients;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.foyer.base.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Everything but a success is a {@link ServiceRefusal}, whether or not its body is a problem document. */
public final class RefusalMapper implements ResponseExceptionMapper<ServiceRefusal> {

    /** What the client says while there is an exception instead of an answer. */
    private static final int NO_ANSWER = 0;

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final ObjectReader PROBLEM = Json.mapper().build().readerFor(ServiceRefusal.Body.class);

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status != NO_ANSWER && status / 100 != 2;
    }

    @Override
    public ServiceRefusal toThrowable(Response response) {
        String retryAfter = response.getHeaderString(HttpHeaders.RETRY_AFTER);
        return new ServiceRefusal(
                response.getStatus(),
                body(response),
                retryAfter != null && SECONDS.matcher(retryAfter).matches() ? retryAfter : null,
                clockDifference(response.getHeaderString(HttpHeaders.DATE)));
    }

    private static Duration clockDifference(String date) {
        if (date == null) {
            return Duration.ZERO;
        }
        try {
            Instant theirs = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            return Duration.between(theirs, Instant.now()).abs();
        } catch (DateTimeException _) {
            return Duration.ZERO;
        }
    }

    private static ServiceRefusal.Body body(Response response) {
        byte[] bytes = response.hasEntity() ? response.readEntity(byte[].class) : null;
        if (bytes == null || bytes.length == 0) {
            return ServiceRefusal.Body.NONE;
        }
        try {
            ServiceRefusal.Body body = PROBLEM.readValue(bytes);
            return body == null ? ServiceRefusal.Body.NONE : body;
        } catch (IOException _) {
            return ServiceRefusal.Body.NONE;
        }
    }
}
