package dev.foyer.pin.process;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.CallSources;
import dev.foyer.pin.contract.CallSourceKey;
import dev.foyer.pin.domain.scan.CallSourceAnswer;
import dev.foyer.pin.domain.scan.CallSourceCommand;
import dev.foyer.pin.domain.scan.CallSourceRefusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * A miss is counted where it comes from, and then at the bridge's account. Nobody waits for the second step: if it is lost
 * in a crash, one miss is counted less there.
 */
@Singleton
public class CallMisses {

    private static final Logger LOG = Logger.getLogger(CallMisses.class);

    private final CallSources sources;

    @Inject
    public CallMisses(CallSources sources) {
        this.sources = sources;
    }

    /** @param ofAccount the same miss, as it counts for the account of the bridge, which is the actor */
    public CompletionStage<Reply<CallSourceRefusal, CallSourceAnswer>> count(
            CallSourceKey source, CallSourceCommand miss, CallSourceCommand ofAccount, CommandMeta meta) {
        return sources.submit(source, miss, meta).thenApply(reply -> {
            note(
                    CallSourceKey.ofAccount(source.tenant(), meta.actor().name()),
                    ofAccount,
                    meta.withCommandId(meta.commandId() + "/account"));
            return reply;
        });
    }

    private void note(CallSourceKey account, CallSourceCommand miss, CommandMeta meta) {
        sources.submit(account, miss, meta).whenComplete((noted, failure) -> {
            if (failure != null) {
                LOG.warnf("A miss of callers is not counted at %s: %s", account, failure.getMessage());
            }
        });
    }
}
