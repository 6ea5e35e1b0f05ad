package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.client.Pages;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** One user, those that a pattern matches, or all: what the three cmdlets that read users have in common. */
final class UserLists {

    private UserLists() {}

    /**
     * Hands on whom the line names.
     *
     * @param query of the API, for lists
     * @param wanted which of them; a user by name is not asked
     * @param shown as that cmdlet shows a user
     * @return false when no more are wanted
     */
    static boolean each(
            Call call,
            Row input,
            Map<String, String> query,
            Predicate<JsonNode> wanted,
            Function<JsonNode, Row> shown,
            Sink next) {
        String identity = call.identity(input).orElse("");
        boolean many = identity.isEmpty() || Wildcard.isIn(identity) && !identity.matches("(?i)CN=.*");
        if (!many) {
            JsonNode user = new Directory(call.gateway()).user(identity);
            return !wanted.test(user) || next.take(shown.apply(user));
        }
        Predicate<JsonNode> named = identity.isEmpty() ? _ -> true : named(Wildcard.of(identity, false));
        Predicate<JsonNode> all = named.and(wanted);
        int limit = call.bound().number(limitName(call)).orElse(Integer.MAX_VALUE);
        if (limit < 0) {
            throw CtlException.usage("-" + limitName(call) + " takes 0 or more.");
        }
        int skip = call.bound().number("Skip").orElse(0);
        int[] seen = {0, 0};
        boolean[] more = {true};
        if (limit == 0) {
            return true;
        }
        // Of a list within a line nobody knows how many more there will be.
        LongConsumer total = count -> {
            if (call.first()) {
                call.work().expect(count);
            }
        };
        Pages.each(call.gateway(), "/api/v1/users", new LinkedHashMap<>(query), total, user -> {
            call.session().cancel().check();
            call.work().looked();
            if (!all.test(user) || seen[0]++ < skip) {
                return true;
            }
            more[0] = next.take(shown.apply(user));
            return more[0] && ++seen[1] < limit;
        });
        return more[0];
    }

    private static String limitName(Call call) {
        return call.cmdlet().parameters().stream().anyMatch(p -> p.name().equals("First")) ? "First" : "ResultSize";
    }

    private static Predicate<JsonNode> named(Wildcard pattern) {
        return user -> pattern.matches(user.path("userPrincipalName").asText())
                || pattern.matches(user.path("displayName").asText())
                || pattern.matches(user.path("userId").asText());
    }
}
