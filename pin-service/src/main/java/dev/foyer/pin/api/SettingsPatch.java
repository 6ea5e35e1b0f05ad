package dev.foyer.pin.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.foyer.base.Json;
import dev.foyer.base.Problem;
import dev.foyer.base.text.TextKind;
import dev.foyer.base.text.TextRefused;
import dev.foyer.pin.contract.TenantSettingsV1;
import dev.foyer.pin.domain.tenant.MailSettings;
import dev.foyer.pin.domain.tenant.NumberSettings;
import dev.foyer.pin.domain.tenant.ServiceNumber;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.service.ProblemMappers;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Applies a merge patch (RFC 7396) to a tenant's settings; what is set to null goes back to its default. */
final class SettingsPatch {

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

    /** Of all settings. Jackson does not notice unknown fields beside unwrapped ones, so they are looked for here. */
    private static final Set<String> NAMES = names();

    private SettingsPatch() {}

    /** @throws Problem.ProblemException 400 that names what is wrong */
    static TenantSettings apply(ObjectNode patch, TenantSettings seen) {
        ObjectNode defaults = JSON.valueToTree(TenantSettingsV1.of(TenantSettings.DEFAULT));
        ObjectNode merged = JSON.valueToTree(TenantSettingsV1.of(seen));
        patch.properties().forEach(change -> {
            JsonNode wanted = change.getValue();
            if (wanted.isNull()) {
                merged.remove(change.getKey());
            } else if (!NAMES.contains(change.getKey())) {
                throw unknown(change.getKey());
            } else if (wanted instanceof ObjectNode fields
                    && merged.get(change.getKey()) instanceof ObjectNode present) {
                present.setAll(fields);
            } else {
                merged.set(change.getKey(), wanted);
            }
        });
        if (patch.has("reasons") && !patch.has("reasonPattern") && noReasons(merged)) {
            merged.remove("reasonPattern"); // what nobody is asked for needs no pattern
        }
        for (JsonNode number : merged.path("serviceNumbers")) {
            if (number.isNull()) {
                throw incompleteNumber(); // the record that holds them takes none
            }
        }
        defaults.properties().forEach(known -> merged.putIfAbsent(known.getKey(), known.getValue()));
        try {
            return normalized(JSON.treeToValue(merged, TenantSettingsV1.class).settings());
        } catch (JsonProcessingException e) {
            throw ProblemMappers.unreadableField(e).exception();
        }
    }

    private static boolean noReasons(ObjectNode merged) {
        String off = TenantSettings.DEFAULT.reasonSettings().reasons().name();
        return merged.path("reasons").asText(off).equals(off);
    }

    private static TenantSettings normalized(TenantSettings settings) {
        NumberSettings given = settings.numbers();
        NumberSettings numbers = new NumberSettings(
                given.serviceNumbers().stream().map(SettingsPatch::normalized).toList(),
                number("defaultServiceNumber", given.defaultServiceNumber()),
                number("defaultTollFreeNumber", given.defaultTollFreeNumber()));
        return new TenantSettings(
                settings.pins(), normalized(settings.mails()), settings.meetings(), numbers, settings.reasonSettings());
    }

    private static MailSettings normalized(MailSettings given) {
        return new MailSettings(
                given.automaticallySendEmailsToUsers(),
                given.emailSwitches(),
                given.sendEmailFromOverride(),
                form(TextKind.MAIL_ADDRESS, given.sendEmailFromAddress()),
                form(TextKind.SHORT_LINE, given.sendEmailFromDisplayName()),
                form(TextKind.LANGUAGE, given.defaultLanguage()),
                form(TextKind.SHORT_LINE, given.organizationName()),
                form(TextKind.MAIL_ADDRESS, given.supportContact()));
    }

    /** What is none stays as it is: the owner of the settings refuses it, in words of its own. */
    private static String form(TextKind kind, String given) {
        return kind.accepts(given) ? kind.of(given) : given;
    }

    /** One that lost its extension here would be another one, and nobody would know. */
    private static String number(String field, String given) {
        try {
            return given == null ? null : TextKind.PHONE_NUMBER.of(given);
        } catch (TextRefused e) {
            throw e.problem(field).exception();
        }
    }

    private static ServiceNumber normalized(ServiceNumber given) {
        boolean whole = given.number() != null
                && given.type() != null
                && (given.languages() == null || given.languages().stream().allMatch(Objects::nonNull));
        if (!whole) {
            throw incompleteNumber();
        }
        return new ServiceNumber(
                number("serviceNumbers.number", given.number()),
                given.type(),
                form(TextKind.SHORT_LINE, given.city()),
                given.country(),
                given.languages() == null
                        ? null
                        : given.languages().stream()
                                .map(tag -> form(TextKind.LANGUAGE, tag))
                                .toList());
    }

    private static Set<String> names() {
        JsonMapper all = Json.mapper()
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
                .build();
        Set<String> names = new HashSet<>();
        all.valueToTree(TenantSettingsV1.of(TenantSettings.DEFAULT))
                .fieldNames()
                .forEachRemaining(names::add);
        return Set.copyOf(names);
    }

    private static Problem.ProblemException unknown(String field) {
        return Problem.of(400, "malformed-json", "The body cannot be read", "There is no field " + field + ".")
                .exception();
    }

    private static Problem.ProblemException incompleteNumber() {
        return Problem.of(
                        400,
                        "service-number-incomplete",
                        "A service number is incomplete",
                        "Each of serviceNumbers needs number and type, and languages without null.")
                .exception();
    }
}
