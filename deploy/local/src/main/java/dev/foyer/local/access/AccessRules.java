package dev.foyer.local.access;

import dev.foyer.local.topics.Service;
import dev.foyer.local.topics.Topic;
import dev.foyer.local.topics.TopicList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What the list of topics allows, as Kafka's ACLs. All are literal, one for each topic, group and transactional id: a prefix
 * {@code in.contoso.com} would be that of {@code in.contoso.com.au.directory} too. Nothing is denied, for what is not allowed
 * is refused. To read or write implies to see that it is there.
 */
public final class AccessRules {

    private static final String USER = "User:";
    private static final String ANYWHERE = "*";

    private AccessRules() {}

    /**
     * All of them.
     *
     * @param list with the topics of all tenants
     * @param operators names of their users
     */
    public static Set<AclBinding> of(TopicList list, Collection<String> operators) {
        Set<AclBinding> rules = new LinkedHashSet<>();
        for (Service service : list.services()) {
            service.groups()
                    .forEach(group -> rules.add(allow(service.name(), ResourceType.GROUP, group, AclOperation.READ)));
            service.transactionalIds()
                    .forEach(id ->
                            rules.add(allow(service.name(), ResourceType.TRANSACTIONAL_ID, id, AclOperation.WRITE)));
        }
        for (Topic topic : list.topics()) {
            users(topic.writers(), operators)
                    .forEach(user -> rules.add(allow(user, ResourceType.TOPIC, topic.name(), AclOperation.WRITE)));
            users(topic.readers(), operators)
                    .forEach(user -> rules.add(allow(user, ResourceType.TOPIC, topic.name(), AclOperation.READ)));
        }
        return rules;
    }

    /** As the broker calls that user. */
    static String principal(String user) {
        return USER + user;
    }

    /** Whom the broker means by that. */
    public static String user(String principal) {
        return principal.substring(USER.length());
    }

    private static Stream<String> users(List<String> named, Collection<String> operators) {
        return named.stream()
                .flatMap(name -> name.equals(TopicList.OPERATORS) ? operators.stream() : Stream.of(name))
                .distinct();
    }

    private static AclBinding allow(String user, ResourceType type, String name, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry(principal(user), ANYWHERE, operation, AclPermissionType.ALLOW));
    }
}
