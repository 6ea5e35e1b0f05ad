package dev.foyer.proof.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a tenant's system writes: each user is provisioned, then changed some times, in the order of its key; one record
 * in four in structured mode. Every record changes something, so each has one effect.
 */
public record DirectoryRecords(String tenant, int users) {

    private static final String PREFIX = "foyer.directory.";

    String topic() {
        return "in." + tenant + ".directory";
    }

    /** The number of them, from 0: after so many as there are users come the changes. */
    public ProducerRecord<byte[], byte[]> profile(int number) {
        String user = user(number % users);
        int round = number / users;
        String name = "\"displayName\":\"Person " + user + " the " + round + ".\"";
        return round == 0
                ? event(
                        number,
                        "UserProvisioned",
                        user,
                        ",\"userPrincipalName\":\"" + user + "@" + tenant
                                + "\",\"primarySmtpAddress\":\"" + user + "@" + tenant
                                + "\",\"preferredLanguage\":\"it-IT\",\"phoneNumbers\":[\"+390212345678\"]," + name)
                : event(number, "UserChanged", user, "," + name);
    }

    /** That the user of that number may dial in from now on. */
    public ProducerRecord<byte[], byte[]> licence(int user) {
        return event(user, "LicenseAssigned", user(user), ",\"changedBy\":\"u-admin\"");
    }

    /** The id of the user of that number. */
    public static String user(int number) {
        return "u-" + number;
    }

    private ProducerRecord<byte[], byte[]> event(int number, String type, String user, String more) {
        String data = "{\"userId\":\"" + user + "\"" + more + "}";
        boolean structured = number % 4 == 3;
        String id = type + "-" + number;
        String value = structured
                ? "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/hr\",\"type\":\"" + PREFIX + type
                        + ".v1\",\"datacontenttype\":\"application/json\",\"data\":" + data + "}"
                : data;
        var made = new ProducerRecord<>(topic(), null, user.getBytes(UTF_8), value.getBytes(UTF_8));
        if (structured) {
            header(made, "content-type", "application/cloudevents+json");
        } else {
            header(made, "ce_specversion", "1.0");
            header(made, "ce_id", id);
            header(made, "ce_source", "/hr");
            header(made, "ce_type", PREFIX + type + ".v1");
            header(made, "content-type", "application/json");
        }
        return made;
    }

    private static void header(ProducerRecord<byte[], byte[]> made, String name, String value) {
        made.headers().add(name, value.getBytes(UTF_8));
    }
}
