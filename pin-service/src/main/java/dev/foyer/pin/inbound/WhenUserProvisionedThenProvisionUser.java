package dev.foyer.pin.inbound;

import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Users;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserRefusal;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A user came, or everything that the directory knows of one: fields that are absent are not set any more. */
record WhenUserProvisionedThenProvisionUser(Users users, DirectoryData reader) implements Reaction {

    record Said(
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
    public CompletionStage<Reply<UserRefusal, UserAnswer>> react(DirectoryRecord said) {
        return users.submit(said.user(), command(said), said.meta());
    }

    private ProvisionUser command(DirectoryRecord record) {
        Said said = reader.read(record.data(), Said.class);
        return new ProvisionUser(new Profile(
                said.userPrincipalName(),
                said.displayName(),
                said.primarySmtpAddress(),
                said.preferredLanguage(),
                DirectoryData.e164(said.phoneNumbers())));
    }
}
