package dev.foyer.pin.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import dev.foyer.base.Problem;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Tenants;
import dev.foyer.pin.domain.tenant.ServiceNumber;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantCommand.ReplaceSettings;
import dev.foyer.pin.domain.tenant.TenantRefusal;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.service.Caller;
import dev.foyer.service.ProblemMappers;
import dev.foyer.service.eventsourced.Answers;
import dev.foyer.service.eventsourced.ConsumerProgress;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestPath;

/** A tenant's settings: read whole, changed by JSON merge patch (RFC 7396). */
@Path("/internal/v1/tenants/{tenant}/settings")
public class SettingsResource {

    private static final int MOST_ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Strict: a misspelt setting must not be ignored. */
    private static final JsonMapper JSON = Json.mapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    @Inject
    Tenants tenants;

    @Inject
    ConsumerProgress readers;

    @Inject
    Caller caller;

    @RestPath
    String tenant;

    @GET
    public CompletionStage<TenantSettings> read() {
        return tenants.settings(tenant);
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public CompletionStage<Response> change(JsonNode patch) {
        if (!(patch instanceof ObjectNode wanted)) {
            throw Problem.of(400, "malformed-json", "The body cannot be read", "Send a JSON object with the settings.")
                    .exception();
        }
        return attempt(tenant, wanted, caller.meta(), 1)
                .thenApply(
                        reply -> Answers.answer(reply, answer -> Response.ok(settingsOf(answer)), Refusals::problem));
    }

    private CompletionStage<Reply<TenantRefusal, TenantAnswer>> attempt(
            String id, ObjectNode patch, CommandMeta meta, int number) {
        return tenants.settings(id)
                .thenCompose(seen -> tenants.submit(id, new ReplaceSettings(seen, merge(seen, patch)), meta))
                .thenCompose(reply -> switch (reply) {
                    case Reply.Refused<TenantRefusal, TenantAnswer>(TenantRefusal.SettingsChangedMeanwhile again)
                    when number < MOST_ATTEMPTS -> attempt(id, patch, meta, number + 1);
                    case Reply.Refused<TenantRefusal, TenantAnswer> refused ->
                        CompletableFuture.completedStage(refused);
                    // The next reset, a moment later, must already see the new settings.
                    case Reply.Done<TenantRefusal, TenantAnswer> done ->
                        readers.passed(done.positions(), PATIENCE).thenApply(passed -> done);
                });
    }

    /** JSON merge patch (RFC 7396); what is set to null goes back to its default. */
    private static TenantSettings merge(TenantSettings seen, ObjectNode patch) {
        ObjectNode defaults = JSON.valueToTree(TenantSettings.DEFAULT);
        ObjectNode merged = JSON.valueToTree(seen);
        patch.properties().forEach(change -> {
            JsonNode wanted = change.getValue();
            if (wanted.isNull()) {
                merged.remove(change.getKey());
            } else if (wanted instanceof ObjectNode fields
                    && merged.get(change.getKey()) instanceof ObjectNode present) {
                present.setAll(fields);
            } else {
                merged.set(change.getKey(), wanted);
            }
        });
        for (JsonNode number : merged.path("serviceNumbers")) {
            if (number.isNull()) {
                throw incompleteNumber(); // the record that holds them takes none
            }
        }
        defaults.properties().forEach(known -> merged.putIfAbsent(known.getKey(), known.getValue()));
        try {
            return normalized(JSON.treeToValue(merged, TenantSettings.class));
        } catch (JsonProcessingException e) {
            throw ProblemMappers.unreadableField(e).exception();
        }
    }

    private static TenantSettings normalized(TenantSettings settings) {
        return settings.with(
                settings.serviceNumbers().stream()
                        .map(SettingsResource::normalized)
                        .toList(),
                PhoneNumbers.e164(settings.defaultServiceNumber()),
                PhoneNumbers.e164(settings.defaultTollFreeNumber()));
    }

    private static ServiceNumber normalized(ServiceNumber given) {
        boolean whole = given.number() != null
                && given.type() != null
                && (given.languages() == null || given.languages().stream().allMatch(Objects::nonNull));
        if (!whole) {
            throw incompleteNumber();
        }
        return new ServiceNumber(
                PhoneNumbers.e164(given.number()), given.type(), given.city(), given.country(), given.languages());
    }

    private static Problem.ProblemException incompleteNumber() {
        return Problem.of(
                        400,
                        "service-number-incomplete",
                        "A service number is incomplete",
                        "Each of serviceNumbers needs number and type, and languages without null.")
                .exception();
    }

    private static TenantSettings settingsOf(TenantAnswer answer) {
        return switch (answer) {
            case TenantAnswer.Settings(TenantSettings settings) -> settings;
        };
    }
}
