package dev.foyer.gateway.page;

import dev.foyer.base.Unavailable;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.Params;
import dev.foyer.gateway.api.UserSort;
import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.SearchRefused;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserCounts;
import dev.foyer.gateway.index.UserEntry;
import dev.foyer.gateway.index.UserQuery;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The list of users that a request's address asks for. */
@RequestScoped
class UserLists {

    private static final String HELD = "HELD";
    private static final int LONGEST_AT = 9;

    @Inject
    ApiRequest request;

    @Inject
    RoutingContext routing;

    @Inject
    Words words;

    /** What is asked for; what nobody could have been offered is as if it were not there, but for what was typed. */
    UserAsk ask() {
        String at = parameter("at");
        return new UserAsk(
                parameter("q"),
                parameter("state"),
                parameter("sort"),
                UserAsk.SIZES.stream()
                        .filter(size -> size.toString().equals(parameter("size")))
                        .findFirst()
                        .orElse(UserAsk.USUAL_SIZE),
                columns(routing.queryParam("col")),
                parameter("cursor").isEmpty() ? null : parameter("cursor"),
                at.matches("[0-9]{1," + LONGEST_AT + "}") ? Long.parseLong(at) : 0);
    }

    /** @throws dev.foyer.base.Problem.ProblemException 400 when it can mean nothing */
    UserList list() {
        UserAsk ask = ask();
        TenantView view = request.view();
        try {
            UserQuery.check(ask.q());
        } catch (SearchRefused e) {
            String why = words.of(UsersMessages.class).refused(e.why());
            return new UserList(ask, ResultPage.empty(), UserCounts.NONE, Set.of(), why);
        }
        UserQuery query = new UserQuery(
                Params.userSearch(ask.q()),
                Params.oneOf("state", ask.state(), UserQuery.State.class),
                UserSort.of(ask.sort()));
        ResultPage<UserEntry> page = view.users(query, ask.size(), ask.cursor());
        Set<String> held = page.items().stream()
                .filter(user -> isHeld(user, view))
                .map(UserEntry::userId)
                .collect(Collectors.toSet());
        return new UserList(ask, page, view.userCounts(query.text()), held, null);
    }

    /** A PIN that was just made is shown, whatever becomes of the list. */
    UserList listIfPossible() {
        try {
            return list();
        } catch (Unavailable _) {
            return new UserList(ask(), ResultPage.empty(), UserCounts.NONE, Set.of(), null);
        }
    }

    private static boolean isHeld(UserEntry user, TenantView view) {
        return Optional.ofNullable(user.conferencing())
                .map(UserEntry.Conferencing::notificationId)
                .flatMap(view::notification)
                .filter(mail -> mail.status().equals(HELD))
                .isPresent();
    }

    private static List<UserColumn> columns(List<String> words) {
        return words.isEmpty()
                ? UserColumn.USUAL
                : words.stream()
                        .map(UserColumn::named)
                        .flatMap(Optional::stream)
                        .distinct()
                        .sorted()
                        .toList();
    }

    private String parameter(String name) {
        List<String> given = routing.queryParam(name);
        return given.isEmpty() ? "" : given.getFirst();
    }
}
