package dev.foyer.notification.inbound;

import static dev.foyer.base.events.EventData.required;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.LatestByKey;
import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.inbound.MailSettings.About;
import dev.foyer.notification.inbound.MailSettings.ServiceNumber;
import dev.foyer.service.eventsourced.EventSourcedService.Table;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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

    /** What is absent is on. */
    private record Switches(
            Boolean welcome,
            Boolean informationChanged,
            Boolean pinReset,
            Boolean turnedOff,
            Boolean pinLocked,
            Boolean somebodyWaits) {

        Set<Kind> off() {
            Set<Kind> off = EnumSet.noneOf(Kind.class);
            note(off, Kind.WELCOME, welcome);
            note(off, Kind.INFORMATION_CHANGED, informationChanged);
            note(off, Kind.PIN_RESET, pinReset);
            note(off, Kind.TURNED_OFF, turnedOff);
            note(off, Kind.PIN_LOCKED, pinLocked);
            note(off, Kind.SOMEBODY_WAITS, somebodyWaits);
            return off;
        }

        private static void note(Set<Kind> off, Kind kind, Boolean on) {
            if (Boolean.FALSE.equals(on)) {
                off.add(kind);
            }
        }
    }

    private record Settings(
            String defaultLanguage,
            boolean sendEmailFromOverride,
            String sendEmailFromAddress,
            String sendEmailFromDisplayName,
            String pinMail,
            Boolean automaticallySendEmailsToUsers,
            Switches emailSwitches,
            String organizationName,
            String supportContact,
            List<ServiceNumber> serviceNumbers) {

        /** The tenant's sender counts only when all three are set (D3). */
        MailSettings forMail() {
            boolean own = sendEmailFromOverride && sendEmailFromAddress != null && sendEmailFromDisplayName != null;
            return new MailSettings(
                    defaultLanguage,
                    own ? sendEmailFromAddress : null,
                    own ? sendEmailFromDisplayName : null,
                    pinByLinkOnly(),
                    switchedOff(),
                    new About(
                            organizationName,
                            supportContact,
                            serviceNumbers == null ? List.of() : List.copyOf(serviceNumbers)));
        }

        /** The master switch is above all others (D1). */
        private Set<Kind> switchedOff() {
            return Boolean.FALSE.equals(automaticallySendEmailsToUsers)
                    ? Set.of(Kind.values())
                    : emailSwitches == null ? Set.of() : emailSwitches.off();
        }

        /** Absent means what it meant before there was a choice; a value that we do not know does not let a PIN out. */
        private boolean pinByLinkOnly() {
            return pinMail != null && !pinMail.equals("CLEAR");
        }
    }
}
