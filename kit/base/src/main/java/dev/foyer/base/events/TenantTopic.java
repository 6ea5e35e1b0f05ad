package dev.foyer.base.events;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code in.<tenant>.<kind>}: whoever may write to it speaks for that tenant, and for no other. Thread-safe. */
public final class TenantTopic {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

    private final String kind;
    private final Pattern ofTenant;
    /** As many as there are topics; a synchronization asks for the same one a million times. */
    private final Map<String, String> tenants = new ConcurrentHashMap<>();

    /** @param kind the last word of the name, such as {@code directory} */
    public TenantTopic(String kind) {
        this.kind = kind;
        this.ofTenant = Pattern.compile("in\\.(" + LABEL + "(?:\\." + LABEL + ")+)\\." + kind);
    }

    /** @throws Unacceptable when the name is not that of a tenant's topic */
    public String tenant(String topic) {
        return tenants.computeIfAbsent(topic, this::parse);
    }

    private String parse(String topic) {
        Matcher name = ofTenant.matcher(topic);
        if (!name.matches()) {
            throw new Unacceptable("The topic's name holds no tenant; write to in.<tenant>." + kind
                    + ", where the tenant is a domain name in lower case such as contoso.com.");
        }
        return name.group(1);
    }

    /**
     * The topic's name is what access is given to, so it alone says whose record it is; a field can only be wrong.
     *
     * @param given by the record, or {@code null}
     * @throws Unacceptable when it is another one
     */
    public static void sameTenant(String ofTopic, String given) {
        if (given != null && !given.equalsIgnoreCase(ofTopic)) {
            throw new Unacceptable(
                    "The record names another tenant than its topic; write it to the topic of that tenant,"
                            + " or leave the tenant out.");
        }
    }
}
