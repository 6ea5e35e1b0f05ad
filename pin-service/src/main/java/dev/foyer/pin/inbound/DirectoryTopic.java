package dev.foyer.pin.inbound;

import dev.foyer.base.events.Unacceptable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code in.<tenant>.directory}: whoever may write to it speaks for that tenant, and for no other. */
final class DirectoryTopic {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern OF_TENANT = Pattern.compile("in\\.(" + LABEL + "(?:\\." + LABEL + ")+)\\.directory");

    /** As many as there are topics; a synchronization asks for the same one a million times. */
    private static final Map<String, String> TENANTS = new ConcurrentHashMap<>();

    private DirectoryTopic() {}

    /** @throws Unacceptable when the name is not that of a tenant's topic */
    static String tenant(String topic) {
        return TENANTS.computeIfAbsent(topic, DirectoryTopic::parse);
    }

    private static String parse(String topic) {
        Matcher name = OF_TENANT.matcher(topic);
        if (!name.matches()) {
            throw new Unacceptable(
                    "The topic's name holds no tenant; write to in.<tenant>.directory, where the tenant is"
                            + " a domain name in lower case such as contoso.com.");
        }
        return name.group(1);
    }
}
