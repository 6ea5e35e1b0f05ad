package dev.foyer.local.broker;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/** The settings of a Kafka client that signs in. Kafka hides the password when it logs them. */
public final class Connections {

    private Connections() {}

    /** By SCRAM-SHA-512, as services do. */
    public static Map<String, Object> scram(String bootstrap, String user, String password) {
        return with(bootstrap, "SCRAM-SHA-512", ScramLoginModule.class, user, password);
    }

    /** By PLAIN, which only a listener on this machine takes. */
    public static Map<String, Object> plain(String bootstrap, String user, String password) {
        return with(bootstrap, "PLAIN", PlainLoginModule.class, user, password);
    }

    private static Map<String, Object> with(
            String bootstrap, String mechanism, Class<?> login, String user, String password) {
        return Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                "SASL_PLAINTEXT",
                SaslConfigs.SASL_MECHANISM,
                mechanism,
                SaslConfigs.SASL_JAAS_CONFIG,
                login.getName() + " required username=\"" + user + "\" password=\"" + password + "\";");
    }
}
