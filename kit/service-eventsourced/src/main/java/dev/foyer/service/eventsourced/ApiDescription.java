package dev.foyer.service.eventsourced;

import dev.foyer.service.CallHeaders;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.util.MergeUtil;
import io.smallrye.openapi.runtime.io.OpenApiParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * What is true of every operation of every service, said once: its problems, and where the events of a command lie. And the answers
 * of each, which its return type cannot say. The words that all services share are in {@code common-openapi.yaml} beside
 * this class, those of a service in its {@code META-INF/openapi.yaml}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String COMMON = "common-openapi.yaml";
    private static final String ANSWERS = "x-answers";
    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400",
            "BadRequest",
            "401",
            "CallerUnknown",
            "403",
            "CallNotAllowed",
            "503",
            "Unavailable",
            "default",
            "Problem"));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null) {
            return; // an application without routes of its own
        }
        MergeUtil.merge(api, common());
        for (PathItem path : api.getPaths().getPathItems().values()) {
            path.getOperations().forEach((method, operation) -> {
                answer(operation);
                PROBLEMS.forEach((status, name) -> add(operation.getResponses(), status, name));
                if (method != PathItem.HttpMethod.GET) {
                    describeCommand(operation);
                }
            });
        }
    }

    /** What a service forbids by its own rules, it says better itself. */
    private static void add(APIResponses said, String status, String name) {
        if (!status.equals("403") || !said.hasAPIResponse(status)) {
            said.addAPIResponse(status, OASFactory.createAPIResponse().ref(component("responses", name)));
        }
    }

    private static OpenAPI common() {
        try {
            return OpenApiParser.parse(ApiDescription.class.getResource(COMMON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(Operation operation) {
        if (!operation.hasExtension(ANSWERS) || !(operation.getExtension(ANSWERS) instanceof Map<?, ?> described)) {
            return;
        }
        operation.removeExtension(ANSWERS);
        APIResponses responses = operation.getResponses();
        List.copyOf(responses.getAPIResponses().keySet()).stream()
                .filter(status -> status.startsWith("2") && !described.containsKey(status))
                .forEach(responses::removeAPIResponse);
        described.forEach((status, words) -> {
            APIResponse response = responses.getAPIResponse(status.toString());
            if (response == null) {
                response = OASFactory.createAPIResponse();
                responses.addAPIResponse(status.toString(), response);
            }
            response.description(words.toString());
            // Scanning gives every answer a body; without a schema it is none.
            if (response.getContent() != null
                    && response.getContent().getMediaTypes().values().stream()
                            .allMatch(type -> type.getSchema() == null)) {
                response.content(null);
            }
        });
    }

    private static void describeCommand(Operation command) {
        command.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader(
                        CallHeaders.POSITIONS, OASFactory.createHeader().ref(component("headers", "Positions")));
            }
        });
    }

    private static String component(String kind, String name) {
        return "#/components/" + kind + "/" + name;
    }
}
