package dev.foyer.pin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Backoff;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Problem;
import dev.foyer.base.Roles;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Tenants;
import dev.foyer.pin.contract.TenantSettingsV1;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantCommand.ReplaceSettings;
import dev.foyer.pin.domain.tenant.TenantRefusal;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.eventsourced.Answers;
import dev.foyer.service.eventsourced.ConsumerProgress;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestPath;

/** A tenant's settings: read whole, changed by JSON merge patch (RFC 7396). */
@Path("/internal/v1/tenants/{tenant}/settings")
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {

    /** Each time at least one of those who change settings at once succeeds; so many never do, within two seconds or so. */
    private static final int MOST_ATTEMPTS = 30;

    /** Left to chance, so that those who met do not meet again. */
    private static final Backoff WAITS =
            Backoff.between(Duration.ofMillis(5), Duration.ofMillis(200)).withJitter(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    Tenants tenants;

    @Inject
    ConsumerProgress readers;

    @Inject
    Caller caller;

    @RestPath
    String tenant;

    @GET
    @AllowedRoles({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    public CompletionStage<TenantSettingsV1> read() {
        return tenants.settings(tenant).thenApply(TenantSettingsV1::of);
    }

    @PATCH
    @AllowedRoles(Roles.ADMIN)
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public CompletionStage<Response> change(JsonNode patch) {
        if (!(patch instanceof ObjectNode wanted)) {
            throw Problem.of(400, "malformed-json", "The body cannot be read", "Send a JSON object with the settings.")
                    .exception();
        }
        return attempt(tenant, wanted, caller.meta(), 1)
                .thenApply(reply ->
                        Answers.answer(reply, answer -> Response.ok(settingsOf(answer)), TenantRefusals::problem));
    }

    private CompletionStage<Reply<TenantRefusal, TenantAnswer>> attempt(
            String id, ObjectNode patch, CommandMeta meta, int number) {
        return tenants.settings(id)
                .thenCompose(
                        seen -> tenants.submit(id, new ReplaceSettings(seen, SettingsPatch.apply(patch, seen)), meta))
                .thenCompose(reply -> switch (reply) {
                    case Reply.Refused<TenantRefusal, TenantAnswer>(TenantRefusal.SettingsChangedMeanwhile again)
                    when number < MOST_ATTEMPTS ->
                        after(WAITS.after(number)).thenCompose(_ -> attempt(id, patch, meta, number + 1));
                    case Reply.Refused<TenantRefusal, TenantAnswer> refused ->
                        CompletableFuture.completedStage(refused);
                    // The next reset, a moment later, must already see the new settings.
                    case Reply.Done<TenantRefusal, TenantAnswer> done ->
                        readers.passed(done.positions(), PATIENCE).thenApply(passed -> inForce(done, passed));
                });
    }

    /** Whoever was told that it is done would believe that the next PIN is made so. */
    private static <T> T inForce(T done, boolean passed) {
        if (!passed) {
            throw Problem.unavailable(
                            "settings-not-in-force-yet",
                            "The settings are changed, but this service has not read them yet: what follows may still be"
                                    + " decided by the old ones. Look again in a moment.",
                            2)
                    .exception();
        }
        return done;
    }

    private static CompletionStage<Void> after(Duration wait) {
        return new CompletableFuture<Void>().completeOnTimeout(null, wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static TenantSettingsV1 settingsOf(TenantAnswer answer) {
        return switch (answer) {
            case TenantAnswer.Settings(TenantSettings settings) -> TenantSettingsV1.of(settings);
            case TenantAnswer.Done() -> throw new IllegalStateException("No answer to a change of settings");
        };
    }
}
