package dev.foyer.gateway.page;

import dev.foyer.gateway.api.CampaignAction;
import java.util.List;

/**
 * What somebody wants to have done to many users. All of it goes from form to form until it is begun; nothing is kept here.
 *
 * @param action what is done to each
 * @param whom where the users are named
 * @param q of {@link Whom#SEARCH}
 * @param state of {@link Whom#SEARCH}; empty: any
 * @param list of {@link Whom#LIST}
 * @param perSecond as it was typed
 */
record BulkForm(CampaignAction action, Whom whom, String q, String state, String list, String perSecond) {

    /** As the API does when nothing is said. */
    private static final String USUAL_PACE = "20";

    /** Where the users are named; the names are values of the form. */
    enum Whom {
        /** All that a search finds, as in the list of users. */
        SEARCH,
        /** In a text: pasted, or what a file has. */
        LIST
    }

    BulkForm {
        action = action == null ? CampaignAction.ENABLE : action;
        whom = whom == null ? Whom.SEARCH : whom;
        q = q == null ? "" : q.strip();
        state = state == null ? "" : state;
        list = list == null ? "" : list.strip();
        perSecond = perSecond == null || perSecond.isBlank() ? USUAL_PACE : perSecond.strip();
    }

    /** Of these users, and everything else is to be chosen. */
    static BulkForm of(String list) {
        return new BulkForm(null, Whom.LIST, null, null, list, null);
    }

    /** Of those that a search finds. */
    static BulkForm of(String q, String state) {
        return new BulkForm(null, Whom.SEARCH, q, state, null, null);
    }

    public boolean searches() {
        return whom == Whom.SEARCH;
    }

    /** All that there are. */
    public List<CampaignAction> actions() {
        return List.of(CampaignAction.values());
    }

    /** In which state the users of a search may be. */
    public List<UserFilter> filters() {
        return List.of(UserFilter.values());
    }
}
