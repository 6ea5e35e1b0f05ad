package dev.foyer.gateway.api;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What answers say beside their bodies. */
final class AnswerHeaders {

    static final String CORRELATION = "X-Correlation-Id";
    static final String RETRY = "Retry-After";
    static final String CHALLENGE = "WWW-Authenticate";

    private static final Map<String, Header> ALL = Map.of(
            CORRELATION,
            header("Joins all that the request led to, as sent or made here", "7f0c2d1e"),
            ViewPosition.HEADER,
            header(
                    "Where what was done lies: who sends it with another request, to whatever gateway, is answered when that"
                            + " shows it",
                    ViewPosition.EXAMPLE),
            RETRY,
            header("In how many seconds to try again", "1"),
            CHALLENGE,
            header("How one signs in", "Basic realm=\"Foyer\", charset=\"UTF-8\""),
            ReadYourWrites.HEADER,
            header(
                    "behind: what was done is durable, and this gateway's lists do not show it yet; else absent",
                    ReadYourWrites.BEHIND));

    private AnswerHeaders() {}

    static void describe(Components components) {
        ALL.forEach(components::addHeader);
    }

    /** @param commands it changes something */
    static void describe(Operation operation, boolean commands) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && response.getRef() == null) {
                add(response, CORRELATION);
                add(response, ReadYourWrites.HEADER);
                if (commands) {
                    add(response, ViewPosition.HEADER);
                }
            }
        });
    }

    static void add(APIResponse response, String name) {
        response.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name));
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .example(example)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
