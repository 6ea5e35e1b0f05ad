package dev.foyer.pin.api;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Credential;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Release;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Reserve;
import dev.foyer.pin.domain.pin.SpokenPin;
import dev.foyer.pin.domain.tenant.TenantCommand.ReplaceSettings;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.MailOptions;
import dev.foyer.pin.domain.user.NumberChoice;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.ProfileChange;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferenceId;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferencing;
import dev.foyer.pin.domain.user.UserCommand.ChangeUser;
import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserCommand.ExpireLock;
import dev.foyer.pin.domain.user.UserCommand.LockPin;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdReturned;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdTaken;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.domain.user.UserCommand.SettleConferenceIds;
import dev.foyer.pin.domain.user.UserCommand.UnlockPin;
import dev.foyer.pin.domain.user.UserCommand.VerifyPin;
import dev.foyer.pin.domain.user.UserCommand.WantConferenceId;
import dev.foyer.pin.journal.PinWire;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import dev.foyer.testing.PassedOn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an instance of ours may pass on without a token: what its reactions ask, and nothing that an account asks. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
@Tag("case-S3")
class CertificateAloneTest {

    private static final List<Actor> NOBODYS = List.of(
            Actor.service("pin-service"),
            Actor.service("meeting-service"),
            new Actor("directory", "directory", null),
            new Actor("timer", "timer", null));

    private static final Profile PROFILE = new Profile("amos@contoso.com", "Amos", null, null, null);

    private final Gateway gateway = Gateway.ofNewTenant();
    private final Actor directory = new Actor("u-admin", "directory", "u-admin");
    private final Actor ourselves = Actor.service("pin-service");

    private String pin;

    @BeforeEach
    void anEnabledUser() {
        Gateway.untilReady();
        gateway.provision("amos");
        pin = gateway.enable("amos").statusCode(201).extract().path("pin");
    }

    @Test
    @Tag("A3")
    void changesNothingThatAnAccountAsksFor() {
        var toMe = new MailOptions(true, "me@example.com");
        for (UserCommand command : List.of(
                new LockPin(),
                new UnlockPin(),
                new ResetPin(toMe, true),
                new ChangeConferenceId("1234567"),
                new ChangeConferencing(NumberChoice.UNCHANGED, NumberChoice.UNCHANGED, true),
                new EnableConferencing(null, null, null, null, toMe, true),
                new ExpireLock(),
                new SettleConferenceIds())) {
            NOBODYS.forEach(actor ->
                    assertFalse(passesOn("amos", command, PassedOn.by(actor)), () -> command + " as " + actor));
        }
        gateway.verify("amos", "call-1", pin).body("verified", equalTo(true));
    }

    @Test
    @Tag("B1")
    void findsNoPin() {
        for (Actor actor : NOBODYS) {
            CommandMeta meta = PassedOn.by(actor);
            String sealed = gateway.sealed(pin, "amos", "1234567", "call-1", meta.commandId());
            assertFalse(passesOn("amos", new VerifyPin("1234567", "call-1", new SpokenPin(sealed), false), meta));
        }
    }

    @Test
    void changesNoSettings() {
        var tenant = new PassedOn("pin-service", "tenant", PinWire.TENANTS.exchange(), gateway.tenant());
        var command = new ReplaceSettings(TenantSettings.DEFAULT, TenantSettings.DEFAULT);
        byte[] json = PinWire.TENANTS.commands().write(command);
        NOBODYS.forEach(actor -> assertFalse(tenant.believed(json, PassedOn.by(actor))));
        assertTrue(tenant.believed(json, withToken(gateway.token())));
    }

    /** Anybody's token will not do either: an instance is asked by bridges and by who has not signed in yet. */
    @Test
    void norDoesTheTokenOfAnotherRole() {
        for (String role : Set.of("bridge", "client-app", "auditor", "helpdesk", "anonymous")) {
            assertFalse(
                    passesOn("amos", new UnlockPin(), withToken(gateway.token().as(role))), role);
        }
        assertTrue(passesOn("amos", new UnlockPin(), withToken(gateway.token())));
    }

    @Test
    void passesOnWhatTheDirectorySays() {
        for (UserCommand command : List.of(
                new ProvisionUser(PROFILE),
                new ChangeUser(new ProfileChange(PROFILE, Set.of())),
                new EnableConferencing(null, null, null, null, MailOptions.BY_TENANT, false),
                new WantConferenceId("7654321"),
                new EnableConferencing("7654321", null, null, null, MailOptions.BY_TENANT, false),
                new NoteConferenceIdTaken("7654321", Instant.now()),
                new DisableConferencing(),
                new RemoveUser())) {
            assertFalse(passesOn("zoe", command, PassedOn.by(ourselves)), command::toString);
            assertTrue(passesOn("zoe", command, PassedOn.by(directory)), command::toString);
        }
    }

    @Test
    void andWhatBecomesOfConferenceIds() {
        String owner = gateway.tenant() + "/zoe";
        assertTrue(passesOn(new Reserve(owner, Instant.now().plusSeconds(60)), directory));
        assertFalse(passesOn(new Release(owner), directory));
        assertFalse(passesOn(new Release(owner), Actor.service("meeting-service")));
        assertTrue(passesOn(new Release(owner), ourselves));
        assertTrue(passesOn("zoe", new NoteConferenceIdReturned("7654321"), PassedOn.by(ourselves)));
    }

    private boolean passesOn(String user, UserCommand command, CommandMeta meta) {
        return new PassedOn("pin-service", "user", PinWire.USERS.exchange(), gateway.tenant() + "/" + user)
                .believed(PinWire.USERS.commands().write(command), meta);
    }

    private static boolean passesOn(ConferenceIdCommand command, Actor actor) {
        return new PassedOn("pin-service", "conference-id", PinWire.CONFERENCE_IDS.exchange(), "7654321")
                .believed(PinWire.CONFERENCE_IDS.commands().write(command), PassedOn.by(actor));
    }

    private static CommandMeta withToken(CallToken token) {
        return new CommandMeta(
                token.commandId(),
                token.correlationId(),
                new Actor(token.actor(), token.role(), token.userId()),
                null,
                new Credential(token.signed()));
    }
}
