package dev.foyer.gateway.api;

import dev.foyer.gateway.export.Export;
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
            Map.entry("Live", "What changed, as it happens."),
            Map.entry("Meetings", "Meetings, their lobbies and who is in them."),
            Map.entry("Notifications", "The ledger of mails, and what is to be delivered by hand."),
            Map.entry("Scans", "From where conference IDs or PINs seem to be guessed."),
            Map.entry(
                    "Directory tokens",
                    "By which the tenant's directory systems ask at /scim/v2, which describes itself."),
            Map.entry("Settings", "The tenant's settings."),
            Map.entry("Tenants", "Adding and removing tenants; for operators."),
            Map.entry("Users", "The directory. {user} is a userId or a userPrincipalName."),
            Map.entry("Webhooks", "Who of the tenant's systems is told of what, and what became of it."));

    /** Of lists as a whole: how a file begins. */
    private static final Map<String, String> EXAMPLES = Map.of(
            Export.CSV, "id,type,at\r\n0b7e4a52,PinReset,2026-11-27T08:30:00Z\r\n",
            Export.NDJSON, "{\"id\":\"0b7e4a52\",\"type\":\"PinReset\",\"at\":\"2026-11-27T08:30:00Z\"}\n");

    /** What a tenant may want a reason for. */
    private static final Set<String> REASONS = Set.of(
            "conferencingReset",
            "conferencingUnlock",
            "conferencingLock",
            "conferencingDisable",
            "usersRemove",
            "notificationsReveal",
            "deadLettersReplay",
            "deadLettersReplayAll",
            "deadLettersDiscard",
            "campaignsBegin");

    private final OperationRoles roles;
    private final OtherTypes otherTypes;
    private final OtherBodies otherBodies;
    private final AnsweredStatus statuses;

    /** @param classes of the gateway, with their annotations */
    public Description(IndexView classes) {
        this.roles = new OperationRoles(classes);
        this.otherTypes = new OtherTypes(classes);
        this.otherBodies = new OtherBodies(classes);
        this.statuses = new AnsweredStatus(classes);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        OperationProblems.all().forEach(one -> api.getComponents().addResponse(one.name(), one.response()));
        AnswerHeaders.describe(api.getComponents());
        api.getComponents()
                .addSchema("Problem", OperationProblems.schema())
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
        statuses.correct(operation);
        List<String> others = otherTypes.of(operation.getOperationId());
        others.forEach(type -> add(operation, type));
        if (others.contains(Export.CSV)) {
            operation.addParameter(OASFactory.createParameter()
                    .in(Parameter.In.QUERY)
                    .name(CsvOptions.SEPARATOR)
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        }
        operation.setOperationId(name(operation.getOperationId()));
        otherBodies.describe(operation);
        ParameterWords.describe(operation);
        nothingToSay(operation.getResponses());
        OperationProblems.describe(path, !reads, operation, who);
        AnswerHeaders.describe(operation, !reads);
        if (!reads) {
            operation.addParameter(header(
                    "Idempotency-Key",
                    "The same for each repetition of one request, which then happens once. A PIN is in the first answer"
                            + " only.",
                    "5c1f3a8e-0d3b-4a55-9a0e-1f5a7c2d9b10"));
        }
        if (REASONS.contains(operation.getOperationId())) {
            operation.addParameter(header(
                    Reasons.HEADER,
                    "Why, one line of at most 256 characters; needed where the tenant's setting reasons is REQUIRED. It stands in"
                            + " the event. What is not ASCII is UTF-8, or as RFC 8187 writes it: UTF-8''perch%C3%A9.",
                    "INC0012345 lost phone"));
        }
        if (reads && namesATenant(operation)) {
            operation.addParameter(
                    header(NamedTenant.HEADER, "Which tenant an operator means; of others, their own.", "contoso.com"));
        }
        operation.addParameter(header(
                ViewPosition.HEADER,
                "From the answer to a command, of whatever gateway: this one is answered when it shows that, or 503.",
                ViewPosition.EXAMPLE));
        operation.addParameter(
                header("X-Correlation-Id", "Joins all that follows; given back in the answer.", "7f0c2d1e"));
    }

    /** The whole list, which nobody who reads JSON is given. */
    private static void add(Operation operation, String type) {
        operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .addMediaType(
                        type,
                        OASFactory.createMediaType()
                                .example(EXAMPLES.get(type))
                                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
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

    private static Parameter header(String name, String description, String example) {
        return OASFactory.createParameter()
                .in(Parameter.In.HEADER)
                .name(name)
                .description(description)
                .example(example)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
