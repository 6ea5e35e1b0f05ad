package dev.foyer.gateway.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
import org.jboss.jandex.IndexView;

/** What is true of every operation, said once: who may, problems, accounts, the headers of commands, names for programs. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Description implements OASFilter {

    private static final String ACCOUNT = "account";
    private static final String TOKEN = "token";
    /** Tags of what an operator cannot ask of a tenant. */
    private static final Set<String> OF_NO_TENANT = Set.of("Bridge", "Accounts", "Tenants");

    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("Accounts", "Who asks."),
            Map.entry("Audit", "What happened in the tenant."),
            Map.entry("Bridge", "Calls, as the telephony bridge tells of them."),
            Map.entry("Campaigns", "The same for many users at once, at a pace; previewed, stopped, continued."),
            Map.entry("Conferencing", "Enabling and disabling users, their PINs, conference IDs and numbers."),
            Map.entry("Dead letters", "Records that a service could not use, and what is done about them."),
            Map.entry("Meetings", "Meetings, their lobbies and who is in them."),
            Map.entry("Notifications", "The ledger of mails, and what is to be delivered by hand."),
            Map.entry("Scans", "From where conference IDs or PINs seem to be guessed."),
            Map.entry("Settings", "The tenant's settings."),
            Map.entry("Tenants", "Adding and removing tenants; for operators."),
            Map.entry("Users", "The directory. {user} is a userId or a userPrincipalName."),
            Map.entry("Webhooks", "Who of the tenant's systems is told of what, and what became of it."));

    private final OperationRoles roles;

    /** @param classes of the gateway, with their annotations */
    public Description(IndexView classes) {
        this.roles = new OperationRoles(classes);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Problem.all().forEach(one -> api.getComponents().addResponse(one.name(), one.response()));
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
        api.setServers(
                List.of(OASFactory.createServer().url("/").description("The gateway that this document is from")));
        api.setTags(TAGS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> OASFactory.createTag().name(tag.getKey()).description(tag.getValue()))
                .toList());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> describe(path, method, operation)));
    }

    private void describe(String path, PathItem.HttpMethod method, Operation operation) {
        boolean reads = method == PathItem.HttpMethod.GET;
        List<String> who = roles.of(operation.getOperationId());
        operation.setDescription(Stream.of(operation.getDescription(), said(who))
                .filter(one -> one != null && !one.isEmpty())
                .reduce((one, other) -> one + "\n\n" + other)
                .orElseThrow());
        operation.addExtension("x-roles", who);
        operation.setOperationId(name(operation.getOperationId()));
        ParameterWords.describe(operation);
        nothingToSay(operation.getResponses());
        Problem.all().stream()
                .filter(one -> one.concerns(reads, path.contains("{"), !who.isEmpty()))
                .filter(one -> operation.getResponses().getAPIResponse(one.status()) == null)
                .forEach(one -> operation.getResponses().addAPIResponse(one.status(), one.reference()));
        if (!reads) {
            operation.addParameter(header(
                    "Idempotency-Key",
                    "The same for each repetition of one request, which then happens once. A PIN is in the first answer"
                            + " only."));
        }
        if (reads && namesATenant(operation)) {
            operation.addParameter(header(NamedTenant.HEADER, "Which tenant an operator means; of others, their own."));
        }
        operation.addParameter(header("X-Correlation-Id", "Joins all that follows; given back in the answer."));
    }

    private static String said(List<String> who) {
        return who.isEmpty() ? "For every account." : "Roles: " + String.join(", ", who) + ".";
    }

    /** {@code UsersResource_find} is called {@code usersFind}. */
    private static String name(String generated) {
        String[] parts = generated.replace("Resource", "").split("_");
        return parts[0].substring(0, 1).toLowerCase(Locale.ROOT)
                + parts[0].substring(1)
                + parts[1].substring(0, 1).toUpperCase(Locale.ROOT)
                + parts[1].substring(1);
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
                .schema(text(null));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457. type is stable, the words are for people.")
                .addProperty("type", text("/problems/user-not-found"))
                .addProperty("title", text("No such user"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .examples(List.of(404)))
                .addProperty("detail", text("Check the userId or userPrincipalName."))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema text(String example) {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        return example == null ? text : text.examples(List.of(example));
    }

    /** Why an operation may be refused, and which ones may. */
    private enum Problem {
        BadRequest("400", "Something of the request is wrong; detail says what and what to send instead"),
        NotSignedIn("401", "No account, or the wrong password or token"),
        RoleMissing("403", "The account may not do this"),
        NotThere("404", "There is no such thing in the tenant"),
        Conflict("409", "As things are this cannot be done; detail says what has to be done first"),
        KeyReused("422", "The Idempotency-Key was used for another request"),
        TooMany("429", "Too much in too short a time; Retry-After says when again"),
        Unavailable("503", "A part of Foyer is away or not ready; Retry-After says when again"),
        Other("default", "A problem (RFC 9457); its type is stable");

        private final String status;
        private final String description;

        Problem(String status, String description) {
            this.status = status;
            this.description = description;
        }

        static List<Problem> all() {
            return List.of(values());
        }

        String status() {
            return status;
        }

        boolean concerns(boolean reads, boolean ofOne, boolean ofRoles) {
            return switch (this) {
                case BadRequest, NotSignedIn, Unavailable, Other -> true;
                case RoleMissing -> ofRoles;
                case NotThere -> ofOne;
                case Conflict, KeyReused, TooMany -> !reads;
            };
        }

        APIResponse response() {
            return OASFactory.createAPIResponse()
                    .description(description)
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    "application/problem+json",
                                    OASFactory.createMediaType()
                                            .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        }

        APIResponse reference() {
            return OASFactory.createAPIResponse().ref("#/components/responses/" + name());
        }
    }
}
