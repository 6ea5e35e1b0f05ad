package dev.foyer.notification.inbound;

import static dev.foyer.notification.inbound.Data.required;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The latest settings of every tenant, as far as mails are concerned. Thread-safe. */
public final class TenantSettingsTable implements InboundHandler {

    /** Compacted; the full settings each time. */
    public static final String TOPIC = "tenant.settings";

    static final String TYPE = "foyer.pin.TenantSettingsChanged.v1";

    private final Map<String, MailSettings> byTenant = new ConcurrentHashMap<>();

    /** Never {@code null}. */
    public MailSettings of(String tenant) {
        return byTenant.getOrDefault(tenant, MailSettings.DEFAULTS);
    }

    @Override
    public boolean understands(String type) {
        return TYPE.equals(type);
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        Changed data = Data.read(event, Changed.class);
        byTenant.put(
                required(data.tenant(), "tenant"),
                required(data.settings(), "settings").forMail());
        return CompletableFuture.completedStage(null);
    }

    private record Changed(String tenant, Settings settings) {}

    private record Settings(
            String defaultLanguage,
            boolean sendEmailFromOverride,
            String sendEmailFromAddress,
            String sendEmailFromDisplayName,
            String pinMail) {

        /** The tenant's sender counts only when all three are set (D3). */
        MailSettings forMail() {
            boolean own = sendEmailFromOverride && sendEmailFromAddress != null && sendEmailFromDisplayName != null;
            return new MailSettings(
                    defaultLanguage,
                    own ? sendEmailFromAddress : null,
                    own ? sendEmailFromDisplayName : null,
                    pinByLinkOnly());
        }

        /** Absent means what it meant before there was a choice; a word that we do not know is no leave to show a PIN. */
        private boolean pinByLinkOnly() {
            return pinMail != null && !pinMail.equals("CLEAR");
        }
    }
}
