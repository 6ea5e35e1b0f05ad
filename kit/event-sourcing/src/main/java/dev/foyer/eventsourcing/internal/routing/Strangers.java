package dev.foyer.eventsourcing.internal.routing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Members of the group that are none of our instances: each is told of once and counted once in {@code
 * foyer.owners.strangers}. What they own is not served until the group has taken it from them. Thread-safe.
 */
final class Strangers {

    private static final Logger LOG = Logger.getLogger(Strangers.class);
    /** Of how many members it is remembered that they were told of: members come and go. */
    private static final int REMEMBERED = 1_000;

    private static final int SHOWN = 100;

    private final String group;
    private final Counter wrongUrl;
    private final Counter wrongCertificate;
    private final Set<String> told = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    Strangers(String group, MeterRegistry metrics) {
        this.group = group;
        this.wrongUrl = counter(metrics, "url");
        this.wrongCertificate = counter(metrics, "certificate");
    }

    private static Counter counter(MeterRegistry metrics, String reason) {
        return Counter.builder("foyer.owners.strangers")
                .tag("reason", reason)
                .description("Members of the owners' group that are none of our instances")
                .register(metrics);
    }

    /** It calls itself something that is not an address of ours. */
    void wrongUrl(Owner member) {
        if (told.add(member.memberId())) {
            wrongUrl.increment();
            tell(member, "that is no address of ours (foyer.instance-url-pattern)");
        }
    }

    /** At its address there is nobody who proves our name. */
    void wrongCertificate(Owner member, Exception why) {
        if (told.add(member.memberId())) {
            wrongCertificate.increment();
            tell(member, "nobody there proves to be one of us (" + printable(why.getMessage()) + ")");
        }
    }

    private void tell(Owner member, String why) {
        LOG.warnf(
                "The member %s of the group %s calls itself %s: %s. Nothing is sent there.",
                printable(member.memberId()), group, printable(member.url()), why);
    }

    /** They choose their texts themselves. */
    private static String printable(String text) {
        String plain = String.valueOf(text).replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "...";
    }
}
