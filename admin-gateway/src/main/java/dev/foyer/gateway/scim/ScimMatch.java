package dev.foyer.gateway.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.server.filter.AndExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.AttributeExpressionLeaf;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.filter.NotExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.OrExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.resources.FilterResourceResolver;
import dev.foyer.base.UserName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which users a filter means. Whether two user names are one is said by the rule that holds everywhere (G5), the rest by the library. */
final class ScimMatch {

    private ScimMatch() {}

    /** Those of them that match, in their order. */
    static List<User> of(ServiceProvider abilities, List<User> users, FilterNode filter) {
        if (!namesSomebody(filter)) {
            return FilterResourceResolver.filterResources(abilities, users, filter);
        }
        return switch (filter) {
            case AttributeExpressionLeaf leaf ->
                users.stream().filter(user -> isNamed(user, leaf.getValue())).toList();
            case AndExpressionNode and -> of(abilities, of(abilities, users, and.getLeftNode()), and.getRightNode());
            case OrExpressionNode or ->
                only(
                        users,
                        ids(Stream.concat(
                                of(abilities, users, or.getLeftNode()).stream(),
                                of(abilities, users, or.getRightNode()).stream()))::contains);
            case NotExpressionNode not ->
                only(users, Predicate.not(ids(of(abilities, users, not.getRightNode()).stream())::contains));
            default -> throw new IllegalStateException("There is no other that names somebody");
        };
    }

    /** Whether it, or something in it, asks for a user name. */
    private static boolean namesSomebody(FilterNode filter) {
        return switch (filter) {
            case AttributeExpressionLeaf leaf ->
                leaf.getComparator() == Comparator.EQ
                        && leaf.getShortName().equals("userName")
                        && leaf.getValue() != null;
            case AndExpressionNode and -> namesSomebody(and.getLeftNode()) || namesSomebody(and.getRightNode());
            case OrExpressionNode or -> namesSomebody(or.getLeftNode()) || namesSomebody(or.getRightNode());
            case NotExpressionNode not -> namesSomebody(not.getRightNode());
            default -> false;
        };
    }

    private static boolean isNamed(User user, String name) {
        return user.getUserName().filter(is -> UserName.same(is, name)).isPresent();
    }

    private static List<User> only(List<User> users, Predicate<String> ids) {
        return users.stream()
                .filter(user -> ids.test(user.getId().orElseThrow()))
                .toList();
    }

    private static Set<String> ids(Stream<User> users) {
        return users.map(ResourceNode::getId).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
