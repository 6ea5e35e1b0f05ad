package dev.foyer.gateway.page;

import dev.foyer.base.Unavailable;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.Params;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.api.UserSort;
import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.SearchRefused;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserCounts;
import dev.foyer.gateway.index.UserEntry;
import dev.foyer.gateway.index.UserQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The list of users that a request's address asks for. */
@RequestScoped
class UserLists {

    private static final String HELD = "HELD";

    @Inject
    ApiRequest request;

    @Inject
    Words words;

    /** @throws dev.foyer.base.Problem.ProblemException 400 when it can mean nothing */
    UserList list(UserAsk ask) {
        TenantView view = request.view();
        try {
            UserQuery.check(ask.q());
        } catch (SearchRefused e) {
            String why = words.of(UsersMessages.class).refused(e.why());
            return new UserList(ask, ResultPage.empty(), UserCounts.NONE, Set.of(), false, why);
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
        return new UserList(ask, page, view.userCounts(query.text()), held, request.is(Roles.ADMIN), null);
    }

    /** A PIN that was just made is shown, whatever becomes of the list. */
    UserList listIfPossible(UserAsk ask) {
        try {
            return list(ask);
        } catch (Unavailable _) {
            return new UserList(ask, ResultPage.empty(), UserCounts.NONE, Set.of(), false, null);
        }
    }

    private static boolean isHeld(UserEntry user, TenantView view) {
        return Optional.ofNullable(user.conferencing())
                .map(UserEntry.Conferencing::notificationId)
                .flatMap(view::notification)
                .filter(mail -> mail.status().equals(HELD))
                .isPresent();
    }
}
