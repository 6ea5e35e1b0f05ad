package dev.foyer.pin.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Tenants;
import dev.foyer.pin.domain.tenant.Tenant;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantCommand;
import dev.foyer.pin.domain.tenant.TenantRefusal;
import dev.foyer.pin.domain.tenant.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Tenants at their owners, by the kit's commands. */
@ApplicationScoped
public class RoutedTenants implements Tenants {

    private final Commands commands;
    private final PinAggregates aggregates;

    @Inject
    RoutedTenants(Commands commands, PinAggregates aggregates) {
        this.commands = commands;
        this.aggregates = aggregates;
    }

    @Override
    public CompletionStage<TenantSettings> settings(String tenant) {
        return commands.read(aggregates.tenants(), tenant).thenApply(Tenant::settings);
    }

    @Override
    public CompletionStage<Reply<TenantRefusal, TenantAnswer>> submit(
            String tenant, TenantCommand command, CommandMeta meta) {
        return commands.submit(aggregates.tenants(), tenant, command, meta);
    }
}
