package dev.foyer.local.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.ResourceType;

/** The rules as commands of Kafka's own tool, for a broker that somebody else runs. A shell script, the same for the same rules. */
public final class AclCommands {

    private static final Map<ResourceType, String> OPTIONS = Map.of(
            ResourceType.TOPIC, "--topic",
            ResourceType.GROUP, "--group",
            ResourceType.TRANSACTIONAL_ID, "--transactional-id");

    private AclCommands() {}

    /** Its lines; one command for everything of a kind that a user may do the same with. */
    public static List<String> of(Collection<AclBinding> rules) {
        Map<Together, TreeSet<String>> names = new TreeMap<>(Comparator.comparing(Together::user)
                .thenComparing(Together::type)
                .thenComparing(Together::operation));
        rules.forEach(rule -> names.computeIfAbsent(Together.of(rule), first -> new TreeSet<>())
                .add(rule.pattern().name()));
        List<String> lines = new ArrayList<>(List.of(
                "# For a broker with KRaft's StandardAuthorizer. Set, for a user who may alter its rules:",
                "#   BROKER=host:port   ADMIN=a file of client settings, with sasl.jaas.config"));
        names.forEach((together, named) -> lines.add(together.command(named)));
        return lines;
    }

    /** What one command can say. */
    private record Together(String user, ResourceType type, String operation) {

        static Together of(AclBinding rule) {
            return new Together(
                    rule.entry().principal(),
                    rule.pattern().resourceType(),
                    rule.entry().operation().name().toLowerCase(Locale.ROOT));
        }

        String command(Collection<String> named) {
            StringBuilder command = new StringBuilder(
                    "kafka-acls.sh --bootstrap-server \"$BROKER\" --command-config \"$ADMIN\" --add --allow-principal "
                            + user + " --operation " + operation + " --resource-pattern-type literal");
            named.forEach(name ->
                    command.append(' ').append(OPTIONS.get(type)).append(' ').append(name));
            return command.toString();
        }
    }
}
