package dev.foyer.gateway.scans;

/**
 * Where a call comes from.
 *
 * @param id of the source, in the bridge's tenant, as pin-service counts it
 * @param number as the bridge said it, or {@code null}
 */
public record CallSource(String tenant, String id, String number) {

    String key() {
        return tenant + "/" + id;
    }
}
