package dev.foyer.gateway.api;

import dev.foyer.gateway.index.UserQuery.Order;
import java.util.List;
import java.util.Map;

/** The words of {@code sort}; a minus turns the order round. */
public final class UserSort {

    private static final Map<String, Order> WORDS = Map.of(
            "displayName", Order.DISPLAY_NAME,
            "-displayName", Order.DISPLAY_NAME_DESCENDING,
            "userPrincipalName", Order.USER_PRINCIPAL_NAME,
            "-userPrincipalName", Order.USER_PRINCIPAL_NAME_DESCENDING,
            "pinSetAt", Order.PIN_SET_AT,
            "-pinSetAt", Order.PIN_SET_AT_DESCENDING);

    private UserSort() {}

    /** All that there are. */
    static List<String> words() {
        return WORDS.keySet().stream().sorted().toList();
    }

    /** @param word or nothing: by name */
    public static Order of(String word) {
        if (word == null || word.isEmpty()) {
            return Order.DISPLAY_NAME;
        }
        Order order = WORDS.get(word);
        if (order == null) {
            throw Problems.badParameter(
                            "sort",
                            "is displayName, userPrincipalName or pinSetAt, with a minus for the other way round.")
                    .exception();
        }
        return order;
    }
}
