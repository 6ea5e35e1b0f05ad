package dev.foyer.notification.mail;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What we call ourselves to mail servers when nobody says: the name that this host is configured with. The client's own way asks for a
 * name of the address instead, which often is {@code localhost}.
 */
public final class HostName implements ConfigSource {

    private static final String SETTING = "quarkus.mailer.own-host-name";

    private final Map<String, String> values = host();

    private static Map<String, String> host() {
        try {
            return Map.of(SETTING, InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            return Map.of();
        }
    }

    /** Whatever else says it counts more. */
    @Override
    public int getOrdinal() {
        return 1;
    }

    @Override
    public String getName() {
        return "name of the host";
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public String getValue(String name) {
        return values.get(name);
    }
}
