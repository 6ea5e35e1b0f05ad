package dev.foyer.gateway.scans;

/**
 * Where a call comes from.
 *
 * @param id of the source, in the bridge's tenant, as pin-service counts it
 * @param number as the bridge said it, or {@code null}
 */
public record CallSource(String tenant, String id, String number) {

    /** Many people who have nothing to do with each other: none of them is refused for what others did. */
    boolean isWithheld() {
        return number == null;
    }

    String key() {
        return tenant + "/" + id;
    }
}
