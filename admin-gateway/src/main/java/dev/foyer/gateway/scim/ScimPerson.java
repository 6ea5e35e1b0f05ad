package dev.foyer.gateway.scim;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.PhoneNumber;
import dev.foyer.base.text.TextKind;
import dev.foyer.base.text.TextRefused;
import dev.foyer.gateway.clients.DirectoryClient.DirectoryUser;
import dev.foyer.gateway.clients.DirectoryClient.Field;
import dev.foyer.gateway.index.ScimDetails;
import dev.foyer.gateway.index.UserEntry;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A user as a directory system wants one: the profile in its one form, and what of conferencing. Immutable.
 *
 * @param enabled {@code null}: nothing is said of it
 */
record ScimPerson(DirectoryUser user, Boolean enabled, String serviceNumber, String tollFreeServiceNumber) {

    private static final int MOST_NUMBERS = 20;

    /** @throws ScimFailure 400 that names the attribute which cannot be kept, and why */
    static ScimPerson of(User said) {
        String userName =
                text("userName", TextKind.USER_NAME, said.getUserName().orElse(null));
        if (userName == null) {
            throw ScimFailure.value("userName", "must be there.");
        }
        String name = displayName(said, userName);
        Map<String, String> numbers = numbers(said);
        JsonNode conferencing = said.get(ScimSchemas.CONFERENCING);
        return new ScimPerson(
                new DirectoryUser(
                        userName,
                        text("displayName", TextKind.SENT_LINE, name),
                        text("emails", TextKind.MAIL_ADDRESS, address(said)),
                        text(
                                "preferredLanguage",
                                TextKind.LANGUAGE,
                                said.getPreferredLanguage().orElse(null)),
                        numbers.isEmpty() ? null : List.copyOf(numbers.keySet()),
                        TextKind.SENT_LINE.cleans(name),
                        text("externalId", TextKind.SOUGHT, said.getExternalId().orElse(null)),
                        said.isActive().orElse(true) ? null : true,
                        types(numbers)),
                conferencing == null || !conferencing.path("enabled").isBoolean()
                        ? null
                        : conferencing.path("enabled").booleanValue(),
                number(conferencing, "serviceNumber"),
                number(conferencing, "tollFreeServiceNumber"));
    }

    /** As somebody is now. */
    static ScimPerson of(UserEntry is) {
        UserEntry.Conferencing conferencing = is.conferencing();
        return new ScimPerson(
                new DirectoryUser(
                        is.userPrincipalName(),
                        is.displayName(),
                        is.primarySmtpAddress(),
                        is.preferredLanguage(),
                        is.phoneNumbers().isEmpty() ? null : is.phoneNumbers(),
                        false,
                        is.scim().externalId(),
                        is.scim().active() ? null : true,
                        is.scim().phoneTypes().isEmpty() ? null : is.scim().phoneTypes()),
                conferencing != null,
                conferencing == null ? null : conferencing.serviceNumber(),
                conferencing == null ? null : conferencing.tollFreeServiceNumber());
    }

    /**
     * The same, with what only those say who mean it: an id elsewhere, whether the account is on, and conferencing. A directory system that replaces a user
     * and does not speak of these leaves them.
     */
    ScimPerson keeping(ScimPerson before, User said) {
        boolean conferencing = said.has(ScimSchemas.CONFERENCING);
        DirectoryUser kept = new DirectoryUser(
                user.userPrincipalName(),
                user.displayName(),
                user.primarySmtpAddress(),
                user.preferredLanguage(),
                user.phoneNumbers(),
                user.nameCleaned(),
                user.externalId() == null ? before.user().externalId() : user.externalId(),
                said.isActive().isPresent() ? user.inactive() : before.user().inactive(),
                user.phoneTypes());
        return new ScimPerson(
                kept,
                enabled == null ? before.enabled() : enabled,
                conferencing ? serviceNumber : before.serviceNumber(),
                conferencing ? tollFreeServiceNumber : before.tollFreeServiceNumber());
    }

    /** The user as this makes one, before anything else happens. */
    UserEntry made(String tenant, String id) {
        return new UserEntry(
                tenant,
                id,
                0,
                user.userPrincipalName(),
                user.displayName(),
                user.primarySmtpAddress(),
                user.preferredLanguage(),
                user.phoneNumbers() == null ? List.of() : user.phoneNumbers(),
                null,
                new ScimDetails(user.externalId(), isActive(), user.phoneTypes(), null, null));
    }

    boolean isActive() {
        return user.inactive() == null;
    }

    /** What of the profile is another one than before. */
    Set<Field> differsIn(ScimPerson before) {
        DirectoryUser was = before.user();
        Set<Field> fields = EnumSet.noneOf(Field.class);
        add(fields, Field.USER_PRINCIPAL_NAME, user.userPrincipalName(), was.userPrincipalName());
        add(fields, Field.DISPLAY_NAME, user.displayName(), was.displayName());
        add(fields, Field.PRIMARY_SMTP_ADDRESS, user.primarySmtpAddress(), was.primarySmtpAddress());
        add(fields, Field.PREFERRED_LANGUAGE, user.preferredLanguage(), was.preferredLanguage());
        add(fields, Field.PHONE_NUMBERS, user.phoneNumbers(), was.phoneNumbers());
        add(fields, Field.SCIM, user.externalId(), was.externalId());
        add(fields, Field.SCIM, user.inactive(), was.inactive());
        add(fields, Field.SCIM, user.phoneTypes(), was.phoneTypes());
        return fields;
    }

    private static void add(Set<Field> fields, Field field, Object now, Object before) {
        if (!Objects.equals(now, before)) {
            fields.add(field);
        }
    }

    private static String displayName(User said, String userName) {
        return Stream.of(
                        said.getDisplayName(),
                        said.getName().flatMap(Name::getFormatted),
                        said.getName().map(ScimPerson::together))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(userName);
    }

    private static String together(Name name) {
        return String.join(
                " ",
                Stream.of(name.getGivenName(), name.getFamilyName())
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** One is kept. */
    private static String address(User said) {
        return said.getEmails().stream()
                .filter(email ->
                        email.getValue().filter(value -> !value.isBlank()).isPresent())
                .min(Comparator.comparing((Email email) -> !email.isPrimary())
                        .thenComparing(email -> !email.getType()
                                .map(type -> type.equalsIgnoreCase("work"))
                                .orElse(false)))
                .flatMap(Email::getValue)
                .orElse(null);
    }

    /** By number, as it is written here, what kind it is; empty: nothing was said. */
    private static Map<String, String> numbers(User said) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (PhoneNumber number : said.getPhoneNumbers()) {
            String written = text(
                    "phoneNumbers", TextKind.PHONE_NUMBER, number.getValue().orElse(null));
            if (written != null) {
                numbers.putIfAbsent(written, number.getType().orElse("").strip().toLowerCase(Locale.ROOT));
            }
        }
        if (numbers.size() > MOST_NUMBERS) {
            throw ScimFailure.value("phoneNumbers", "must be at most " + MOST_NUMBERS + ".");
        }
        return numbers;
    }

    private static Map<String, String> types(Map<String, String> numbers) {
        Map<String, String> types = numbers.entrySet().stream()
                .filter(number -> !number.getValue().isEmpty())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        types.values().forEach(type -> text("phoneNumbers.type", TextKind.SHORT_LINE, type));
        return types.isEmpty() ? null : types;
    }

    private static String number(JsonNode conferencing, String attribute) {
        return conferencing == null
                ? null
                : text(
                        attribute,
                        TextKind.PHONE_NUMBER,
                        conferencing.path(attribute).asText(null));
    }

    /** In its one form; {@code null} for nothing, which is also how some systems say that there is none: an empty text. */
    private static String text(String attribute, TextKind kind, String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        try {
            return kind.of(said);
        } catch (TextRefused e) {
            throw ScimFailure.value(attribute, e.getMessage() + ".");
        }
    }
}
