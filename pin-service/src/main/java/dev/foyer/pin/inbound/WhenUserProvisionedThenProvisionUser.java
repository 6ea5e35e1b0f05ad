package dev.foyer.pin.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.process.UserNaming;
import dev.foyer.service.eventsourced.InboundData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A user came, or everything that the directory knows of one: fields that are absent are not set any more. */
record WhenUserProvisionedThenProvisionUser(DirectoryCommands directory, InboundData reader, UserNaming naming)
        implements Reaction {

    record Payload(
            @NotBlank @Text(TextKind.USER_NAME) String userPrincipalName,
            @NotBlank @Text(TextKind.SENT_LINE) String displayName,

            @Text(value = TextKind.MAIL_ADDRESS, blankIsNone = true)
            String primarySmtpAddress,

            @Text(value = TextKind.LANGUAGE, blankIsNone = true)
            String preferredLanguage,

            @Size(max = 20) @Text(TextKind.PHONE_NUMBER) List<String> phoneNumbers) {}

    @Override
    public String type() {
        return "foyer.directory.UserProvisioned.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        return directory.give(event, record -> naming.byDirectory(record.user(), command(record), record.meta()));
    }

    private ProvisionUser command(DirectoryRecord record) {
        Payload payload = reader.read(record.event(), Payload.class);
        Profile profile = new Profile(
                payload.userPrincipalName(),
                payload.displayName(),
                payload.primarySmtpAddress(),
                payload.preferredLanguage(),
                payload.phoneNumbers());
        return new ProvisionUser(profile, record.nameIsCleaned());
    }
}
