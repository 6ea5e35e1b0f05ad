package dev.foyer.pin.inbound;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.ProfileChange;
import dev.foyer.pin.domain.user.ProfileChange.Field;
import dev.foyer.pin.domain.user.UserCommand.ChangeUser;
import dev.foyer.pin.process.UserNaming;
import dev.foyer.service.eventsourced.InboundData;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Some fields changed: those that are there. {@code null} clears one that a user can be without; the others stay. */
record WhenUserChangedThenChangeUser(DirectoryCommands directory, InboundData reader, UserNaming naming)
        implements Reaction {

    private static final Map<String, Field> FIELDS = Map.of(
            "userPrincipalName", Field.USER_PRINCIPAL_NAME,
            "displayName", Field.DISPLAY_NAME,
            "primarySmtpAddress", Field.PRIMARY_SMTP_ADDRESS,
            "preferredLanguage", Field.PREFERRED_LANGUAGE,
            "phoneNumbers", Field.PHONE_NUMBERS);
    private static final List<String> NEEDED = List.of("userPrincipalName", "displayName");

    record Payload(
            @Text(TextKind.USER_NAME) String userPrincipalName,
            @Text(TextKind.SENT_LINE) String displayName,

            @Text(value = TextKind.MAIL_ADDRESS, blankIsNone = true)
            String primarySmtpAddress,

            @Text(value = TextKind.LANGUAGE, blankIsNone = true)
            String preferredLanguage,

            @Size(max = 20) @Text(TextKind.PHONE_NUMBER) List<String> phoneNumbers) {}

    @Override
    public String type() {
        return "foyer.directory.UserChanged.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        return directory.give(event, record -> naming.byDirectory(record.user(), command(record), record.meta()));
    }

    private ChangeUser command(DirectoryRecord record) {
        Payload payload = reader.read(record.event(), Payload.class);
        JsonNode data = record.event().data();
        for (String field : NEEDED) {
            if (data.has(field) && data.get(field).isNull()) {
                throw new Unacceptable("No user can be without " + field + "; give it a value, or leave it out.");
            }
        }
        Set<Field> there = FIELDS.entrySet().stream()
                .filter(field -> data.has(field.getKey()))
                .map(Map.Entry::getValue)
                .collect(toSet());
        ProfileChange change = new ProfileChange(
                new Profile(
                        payload.userPrincipalName(),
                        payload.displayName(),
                        payload.primarySmtpAddress(),
                        payload.preferredLanguage(),
                        payload.phoneNumbers()),
                there);
        return new ChangeUser(change, record.nameIsCleaned());
    }
}
