package dev.foyer.gateway.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Why an operation may be refused, and which ones may. */
enum OperationProblems {
    BadRequest("400", "Something of the request is wrong; detail says what and what to send instead"),
    NotSignedIn("401", "No account, or the wrong password or token"),
    RoleMissing("403", "The account may not do this"),
    NotThere("404", "There is no such thing in the tenant, or no such tenant"),
    Conflict("409", "As things are this cannot be done; detail says what has to be done first"),
    Gone("410", "It was there once, for one look"),
    KeyReused("422", "The Idempotency-Key was used for another request"),
    TooMany("429", "Too much in too short a time; Retry-After says when again"),
    Elsewhere("501", "This installation does that otherwise; detail says how"),
    Failed("502", "A part of Foyer answered what nobody can read"),
    Unavailable("503", "A part of Foyer is away or not ready; Retry-After says when again"),
    Other("default", "What HTTP itself refuses: a method, a type, a size, a host; its type is stable, too");

    private static final String TYPES = "/problem-types.tsv";
    /** Whose parameters may name more than one user. */
    private static final Set<String> USERS = Set.of("user", "organizer");

    private final String status;
    private final String description;

    OperationProblems(String status, String description) {
        this.status = status;
        this.description = description;
    }

    static List<OperationProblems> all() {
        return List.of(values());
    }

    /** Adds all that the operation may be answered with; what it says itself, in words of its own, stays. */
    static void describe(String path, boolean commands, Operation operation, List<String> who) {
        APIResponses responses = operation.getResponses();
        for (OperationProblems one : values()) {
            APIResponse said = responses.getAPIResponse(one.status);
            if (said != null && said.getContent() == null) {
                responses.removeAPIResponse(one.status); // the generator's own, of two words
                said = null;
            }
            if (said == null && one.concerns(path, commands, operation, who)) {
                responses.addAPIResponse(
                        one.status, OASFactory.createAPIResponse().ref("#/components/responses/" + one.name()));
            }
        }
    }

    private boolean concerns(String path, boolean commands, Operation operation, List<String> who) {
        boolean ofTenants = path.startsWith("/api/v1/tenants");
        return switch (this) {
            case BadRequest, NotSignedIn, TooMany, Unavailable, Other -> true;
            case RoleMissing -> !who.isEmpty();
            case NotThere -> path.contains("{") || who.contains(Roles.OPERATOR) && !ofTenants || commands;
            case Conflict -> commands || namesAUser(path, operation);
            case Gone -> path.endsWith("/reveal");
            case KeyReused -> commands;
            case Elsewhere -> ofTenants;
            case Failed -> commands || asksAService(path);
        };
    }

    private static boolean namesAUser(String path, Operation operation) {
        return path.contains("{user}")
                || operation.getParameters() != null
                        && operation.getParameters().stream().anyMatch(one -> USERS.contains(one.getName()));
    }

    /** Reads that the read model does not answer. */
    private static boolean asksAService(String path) {
        return path.startsWith("/api/v1/settings")
                || path.startsWith("/api/v1/webhooks")
                || path.endsWith("/invitation");
    }

    APIResponse response() {
        APIResponse response = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        AnswerHeaders.add(response, AnswerHeaders.CORRELATION);
        switch (this) {
            case NotSignedIn -> AnswerHeaders.add(response, AnswerHeaders.CHALLENGE);
            case TooMany, Unavailable -> AnswerHeaders.add(response, AnswerHeaders.RETRY);
            default -> {} // nothing more
        }
        return response;
    }

    /** RFC 9457, with all types that there are: a client must take others, too, of a newer Foyer. */
    static Schema schema() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "/problems/user-not-found");
        example.put("title", "User not found");
        example.put("status", 404);
        example.put("detail", "There is no such user in your tenant.");
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(
                        "RFC 9457. type is stable, the words are for people. x-problem-types says which types there are,"
                                + " and with which status.")
                .addProperty(
                        "type",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .pattern("^/problems/[a-z0-9-]+$"))
                .addProperty("title", OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .required(List.of("type", "title", "status", "detail"))
                .examples(List.of(example))
                .extensions(Map.of("x-problem-types", types()));
    }

    /** Type by type the statuses, as {@code problem-types.tsv} has them. */
    private static Map<String, Object> types() {
        try (InputStream file = OperationProblems.class.getResourceAsStream(TYPES)) {
            Map<String, Object> types = new LinkedHashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(row -> types.put("/problems/" + row[0], statuses(row[1])));
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Object> statuses(String words) {
        List<Object> statuses = new ArrayList<>();
        for (String one : words.split(" ")) {
            statuses.add(Integer.valueOf(one));
        }
        return statuses;
    }
}
