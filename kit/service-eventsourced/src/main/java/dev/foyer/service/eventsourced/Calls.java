package dev.foyer.service.eventsourced;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Roles;
import dev.foyer.base.events.SignedRecord;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.ForwardedCommandVerifier;
import dev.foyer.service.ServiceConfig;
import dev.foyer.service.calls.CallClaims;
import dev.foyer.service.calls.CallRefused;
import dev.foyer.service.calls.CallVerifier;
import dev.foyer.service.calls.GatewayKeys;
import dev.foyer.service.calls.RefusedCalls;
import dev.foyer.service.eventsourced.EventSourcedService.Origin;
import dev.foyer.service.keys.KeyFileWatch;
import dev.foyer.service.keys.WatchedFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Believes the gateway's tokens: of requests to us, and of commands that another instance passes on. Thread-safe. */
@ApplicationScoped
public class Calls implements ForwardedCommandVerifier {

    private static final int BEFORE_ALL_ELSE = 1;

    @Inject
    CallConfig config;

    @Inject
    ServiceConfig common;

    @Inject
    EventSourcedConfig eventSourced;

    @Inject
    Instance<EventSourcedService> service;

    @Inject
    KeyFileWatch watch;

    @Inject
    MeterRegistry metrics;

    private WatchedFile<GatewayKeys> keys;
    private RefusedCalls refused;
    private CallVerifier fresh;
    private CallVerifier passedOn;

    @PostConstruct
    void read() {
        refused = new RefusedCalls(metrics);
        String title = "The key file " + config.gatewayKeysFile() + " (foyer.gateway-keys-file)";
        try {
            keys = new WatchedFile<>(
                    config.gatewayKeysFile(), title, (content, before) -> GatewayKeys.read(content, title));
            fresh = new CallVerifier(keys, config.gatewayName(), common.service(), config.clockSkew());
            // It was believed when the other instance took it; since then the command may have waited for its owner.
            passedOn = fresh.forPassedOn(eventSourced.commandDeadline());
        } catch (IllegalStateException e) {
            throw new ConfigurationException(e.getMessage()); // Quarkus ends the start with the sentence alone
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage() + " See foyer.clock-skew.");
        }
    }

    /** Bad keys stop the start before anything else is tried; later ones are only refused. */
    void start(@Observes @Priority(BEFORE_ALL_ELSE) StartupEvent event) {
        watch.report("gateway", keys::problem);
        watch.every(common.keyFileInterval(), keys::look);
    }

    /** @param token {@code null} when there is none */
    CallClaims verify(String token) throws CallRefused {
        return counted(fresh, token);
    }

    /**
     * Each command only in the roles that the service names for it. One of a request has the token of a request of this very
     * tenant, account and role. One without a token is a reaction of ours: it never has the role of an account. It brings
     * the signed record that made it, where the service says so; of the few others the peer's word is enough.
     */
    @Override
    public boolean believes(String aggregateId, Object command, CommandMeta meta) {
        if (!service.get().askers(aggregateId, command).contains(meta.actor().role())) {
            refused.count(RefusedCalls.ROLE);
            return false;
        }
        if (meta.credential() == null || SignedRecord.isIn(meta.credential())) {
            return believesReaction(aggregateId, command, meta);
        }
        try {
            CallClaims claims = counted(passedOn, meta.credential().value());
            return claims.actor().equals(meta.actor()) && service.get().isOf(claims.tenant(), aggregateId, command);
        } catch (CallRefused e) {
            return false;
        }
    }

    private boolean believesReaction(String aggregateId, Object command, CommandMeta meta) {
        if (!isOurs(meta.actor())) {
            refused.count(CallRefused.Reason.FORM);
            return false;
        }
        boolean made = service.get()
                .origin(command)
                .map(origin -> isMade(origin, aggregateId, command, meta))
                .orElse(true);
        if (!made) {
            refused.count(RefusedCalls.ORIGIN);
        }
        return made;
    }

    private static boolean isMade(Origin origin, String aggregateId, Object command, CommandMeta meta) {
        try {
            return meta.credential() != null
                    && origin.makes(SignedRecord.read(meta.credential()), aggregateId, command, meta);
        } catch (Unacceptable unreadable) {
            return false;
        }
    }

    /** A reaction of another service is never forwarded to us. */
    private boolean isOurs(Actor actor) {
        return !Roles.isOfAccounts(actor.role())
                && (!Roles.SERVICE.equals(actor.role()) || common.service().equals(actor.name()));
    }

    private CallClaims counted(CallVerifier verifier, String token) throws CallRefused {
        try {
            return verifier.verify(token);
        } catch (CallRefused e) {
            refused.count(e.reason());
            throw e;
        }
    }
}
