package dev.foyer.pin;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantCommand;
import dev.foyer.pin.domain.tenant.TenantRefusal;
import dev.foyer.pin.domain.tenant.TenantSettings;
import java.util.concurrent.CompletionStage;

/**
 * The tenants and their settings. Thread-safe; stages fail with {@link dev.foyer.base.Unavailable} when there is no
 * answer now.
 */
public interface Tenants {

    /** The settings that hold now, at their owner; the defaults for a tenant that has set nothing. */
    CompletionStage<TenantSettings> settings(String tenant);

    CompletionStage<Reply<TenantRefusal, TenantAnswer>> submit(String tenant, TenantCommand command, CommandMeta meta);
}
