package dev.foyer.notification.inbound;

import static dev.foyer.base.events.EventData.required;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.LatestByKey;
import dev.foyer.service.eventsourced.EventSourcedService.Table;

/** The latest settings of every tenant, as far as mails are concerned. Thread-safe. */
public final class TenantSettingsTable {

    private static final String TOPIC = "tenant.settings";
    private static final String TYPE = "foyer.pin.TenantSettingsChanged.v1";

    private final LatestByKey<MailSettings> byTenant =
            new LatestByKey<>(TYPE, TenantSettingsTable::tenant, TenantSettingsTable::settings);

    /** Never {@code null}. */
    public MailSettings of(String tenant) {
        return byTenant.get(tenant).orElse(MailSettings.DEFAULTS);
    }

    /** Where it is read from: compacted, the full settings each time. */
    public Table table() {
        return new Table(TOPIC, byTenant);
    }

    private static String tenant(InboundEvent event) {
        return required(EventData.of(event).as(Changed.class).tenant(), "tenant");
    }

    private static MailSettings settings(InboundEvent event) {
        return required(EventData.of(event).as(Changed.class).settings(), "settings")
                .forMail();
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

        /** Absent means what it meant before there was a choice; a value that we do not know does not let a PIN out. */
        private boolean pinByLinkOnly() {
            return pinMail != null && !pinMail.equals("CLEAR");
        }
    }
}
