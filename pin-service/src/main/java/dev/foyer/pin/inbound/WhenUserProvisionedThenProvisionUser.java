package dev.foyer.pin.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.pin.Users;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A user came, or everything that the directory knows of one: fields that are absent are not set any more. */
record WhenUserProvisionedThenProvisionUser(DirectoryCommands directory, DirectoryData reader, Users users)
        implements Reaction {

    record Payload(
            @NotBlank @Size(max = 256) String userPrincipalName,
            @NotBlank @Size(max = 256) String displayName,
            @Email @Size(max = 320) String primarySmtpAddress,
            @Size(max = 35) String preferredLanguage,
            @Size(max = 20) List<@NotBlank String> phoneNumbers) {}

    @Override
    public String type() {
        return "foyer.directory.UserProvisioned.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        return directory.give(event, record -> users.submit(record.user(), command(record), record.meta()));
    }

    private ProvisionUser command(DirectoryRecord record) {
        Payload payload = reader.read(record.event(), Payload.class);
        return new ProvisionUser(new Profile(
                payload.userPrincipalName(),
                payload.displayName(),
                payload.primarySmtpAddress(),
                payload.preferredLanguage(),
                DirectoryData.e164(payload.phoneNumbers())));
    }
}
