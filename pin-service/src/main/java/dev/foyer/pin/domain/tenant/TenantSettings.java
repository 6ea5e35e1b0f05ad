package dev.foyer.pin.domain.tenant;

import dev.foyer.pin.domain.pin.PinPolicy;
import java.util.List;

/**
 * All settings of one tenant. {@code null} means not set.
 *
 * @param maximumLogonAttempts replaces the 10 or 25 failures of rule B2, 1 to 99
 */
public record TenantSettings(
        int pinLength,
        boolean phoneSafePins,
        Integer maximumLogonAttempts,
        boolean administratorsMayResetOwnPin,
        boolean automaticallySendEmailsToUsers,
        boolean sendEmailFromOverride,
        String sendEmailFromAddress,
        String sendEmailFromDisplayName,
        String defaultLanguage,
        boolean allowPstnOnlyMeetingsByDefault,
        List<ServiceNumber> serviceNumbers,
        String defaultServiceNumber,
        String defaultTollFreeNumber) {

    /** Of a tenant that has set nothing. */
    public static final TenantSettings DEFAULT =
            new TenantSettings(5, false, null, false, true, false, null, null, "en", false, List.of(), null, null);

    public TenantSettings {
        serviceNumbers = serviceNumbers == null ? List.of() : List.copyOf(serviceNumbers);
    }

    public PinPolicy pinPolicy() {
        return new PinPolicy(pinLength, phoneSafePins);
    }

    /** Whether this is one of the tenant's numbers of that type. */
    public boolean offers(String number, ServiceNumber.Type type) {
        return serviceNumbers.stream().anyMatch(each -> each.number().equals(number) && each.type() == type);
    }
}
