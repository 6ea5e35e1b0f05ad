package dev.foyer.gateway.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What is true of every operation, said once: problems, accounts, the headers of commands. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Description implements OASFilter {

    private static final String ACCOUNT = "account";
    private static final String TOKEN = "token";
    /** Tags of what an operator cannot ask of a tenant. */
    private static final Set<String> OF_NO_TENANT = Set.of("Bridge", "Accounts");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents()
                .addSchema("Problem", problem())
                .addSecurityScheme(
                        ACCOUNT,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic"))
                .addSecurityScheme(
                        TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        // One of both: which one is the operator's decision.
        api.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(ACCOUNT, List.of()));
        api.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN, List.of()));
        api.getPaths().getPathItems().values().forEach(Description::describe);
    }

    private static void describe(PathItem path) {
        for (Map.Entry<PathItem.HttpMethod, Operation> one :
                path.getOperations().entrySet()) {
            one.getValue()
                    .getResponses()
                    .addAPIResponse(
                            "default",
                            OASFactory.createAPIResponse()
                                    .description("A problem (RFC 9457); its type is stable")
                                    .content(OASFactory.createContent()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    OASFactory.createMediaType()
                                                            .schema(OASFactory.createSchema()
                                                                    .ref("#/components/schemas/Problem")))));
            nothingToSay(one.getValue().getResponses());
            if (one.getKey() != PathItem.HttpMethod.GET) {
                one.getValue()
                        .addParameter(header(
                                "Idempotency-Key",
                                "The same for each repetition of one request, which then happens once. A PIN is in"
                                        + " the first answer only."));
            }
            if (one.getKey() == PathItem.HttpMethod.GET && namesATenant(one.getValue())) {
                one.getValue()
                        .addParameter(
                                header(NamedTenant.HEADER, "Which tenant an operator means; of others, their own."));
            }
            one.getValue()
                    .addParameter(header("X-Correlation-Id", "Joins all that follows; given back in the answer."));
        }
    }

    private static boolean namesATenant(Operation operation) {
        return operation.getTags() != null && operation.getTags().stream().noneMatch(OF_NO_TENANT::contains);
    }

    /** The generator takes each POST without an answer for one that makes something: ours are done, 204. */
    private static void nothingToSay(APIResponses responses) {
        APIResponse made = responses.getAPIResponse("201");
        if (made != null && made.getContent() == null) {
            responses.removeAPIResponse("201");
            responses.addAPIResponse("204", made.description("Done"));
        }
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .in(Parameter.In.HEADER)
                .name(name)
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static Schema problem() {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text);
    }
}
