package dev.foyer.base.events;

/**
 * One record that others may see, before it has its envelope.
 *
 * @param type CloudEvents type with version, e.g. {@code foyer.pin.PinReset.v1}
 * @param subject CloudEvents subject
 * @param tenant the tenant whose record this is
 * @param data a record that Jackson writes as the JSON of the contract
 * @param signer signs it; {@code null}: its readers take the topic's word that it is ours
 */
public record PublicRecord(
        String topic, String key, String type, String subject, String tenant, Object data, RecordSigner signer) {

    /** Not signed. */
    public PublicRecord(String topic, String key, String type, String subject, String tenant, Object data) {
        this(topic, key, type, subject, tenant, data, null);
    }
}
