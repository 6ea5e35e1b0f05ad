package dev.foyer.meeting.webhook;

import java.net.UnknownHostException;
import java.util.Optional;

/** Judges the URL of a webhook before it is taken. Thread-safe. */
public final class ReceiverUrls {

    private final Names names;
    private final AddressRules rules;
    private final boolean httpIsEnough;

    ReceiverUrls(Names names, AddressRules rules, boolean httpIsEnough) {
        this.names = names;
        this.rules = rules;
        this.httpIsEnough = httpIsEnough;
    }

    /**
     * Why it is refused, as the end of a sentence; empty when it is not. A name that leads nowhere yet is taken: what it leads to
     * is judged again at each delivery, and counts then. Blocks for the name server.
     *
     * @throws BusyNames when the tenant has too many looked up at a time
     */
    public Optional<String> objection(String tenant, String url) throws InterruptedException, BusyNames {
        try {
            ReceiverUrl.of(url, httpIsEnough).addresses(tenant, names, rules);
            return Optional.empty();
        } catch (ReceiverUrl.Refused e) {
            return Optional.of(e.getMessage());
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }
}
