package dev.foyer.pin.domain.tenant;

import java.util.List;

/**
 * The numbers that a tenant's callers may dial (rule C4).
 *
 * @param defaultServiceNumber E.164, a toll number of {@code serviceNumbers}; {@code null}: none
 * @param defaultTollFreeNumber E.164, a toll-free one; {@code null}: none
 */
public record NumberSettings(
        List<ServiceNumber> serviceNumbers, String defaultServiceNumber, String defaultTollFreeNumber) {

    static final NumberSettings DEFAULT = new NumberSettings(List.of(), null, null);

    public NumberSettings {
        serviceNumbers = serviceNumbers == null ? List.of() : List.copyOf(serviceNumbers);
    }

    /** Whether this is one of the tenant's numbers of that type. */
    public boolean offers(String number, ServiceNumber.Type type) {
        return serviceNumbers.stream().anyMatch(each -> each.number().equals(number) && each.type() == type);
    }
}
