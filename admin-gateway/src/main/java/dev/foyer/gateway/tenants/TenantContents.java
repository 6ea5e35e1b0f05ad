package dev.foyer.gateway.tenants;

import dev.foyer.base.Position;
import dev.foyer.base.Problem;
import dev.foyer.gateway.index.AccountEntry;
import dev.foyer.gateway.index.CampaignEntry;
import dev.foyer.gateway.index.Entry;
import dev.foyer.gateway.index.MeetingEntry;
import dev.foyer.gateway.index.MeetingEntry.Phase;
import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.ScanEntry;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserEntry;
import dev.foyer.gateway.index.UserQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a tenant has in the services: meetings, users, suspected scans, and what is remembered of its accounts; all of it ended,
 * however much it is. Each look takes all that there is; two in a row that find nothing are the end. Used by one thread, for
 * one removal.
 */
final class TenantContents {

    private static final int OF_A_PAGE = 200;
    private static final Set<Integer> GONE_ALREADY = Set.of(404, 409, 410);
    /** Left for the next look. */
    private static final Set<Integer> NOT_NOW = Set.of(429, 503, 504);
    /** Who looks so often is not waiting for an end any more. */
    private static final int LOOKS = 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final UserQuery EVERYBODY = new UserQuery(null, null, UserQuery.Order.USER_PRINCIPAL_NAME);

    private final TenantView view;
    private final Consumer<List<Position>> shown;
    private final Endings endings;
    private final List<Position> written = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    /** Whether a list of this look may have missed some. */
    private boolean behind;

    /** How one of each ends; a {@link Problem.ProblemException} says that it did not. */
    interface Endings {

        List<Position> meeting(String conferenceId);

        List<Position> user(String userId);

        /** Those whose ids no path can say: there are some from before that was refused. */
        void unaddressable(Set<String> userIds);

        List<Position> scan(String source);

        List<Position> account(String name);

        /** Users who come under the same ids later are others. */
        List<Position> campaign(String id);

        /** All at once, also when there are none. */
        List<Position> removeWebhooks();

        /** All at once, also when there are none. */
        List<Position> revokeScimTokens();
    }

    /**
     * @param view of the tenant that ends
     * @param shown returns when the view shows what was written
     */
    TenantContents(TenantView view, Consumer<List<Position>> shown, Endings endings) {
        this.view = view;
        this.shown = shown;
        this.endings = endings;
    }

    /**
     * Returns when nothing is left.
     *
     * @return how much there was
     * @throws Problem.ProblemException when something does not end
     */
    int end() {
        // First: what follows is nobody's news any more.
        written.addAll(endings.removeWebhooks());
        written.addAll(endings.revokeScimTokens());
        int nothing = 0;
        for (int look = 0; look < LOOKS && nothing < 2; look++) {
            pause(look);
            nothing = endAll() ? 0 : nothing + 1;
            shown.accept(List.copyOf(written));
            written.clear();
        }
        if (nothing < 2) {
            throw Problem.unavailable(
                            "tenant-still-filled",
                            "Users or meetings come faster than they can be removed; end what sends them, and make the"
                                    + " request again.",
                            5)
                    .exception();
        }
        return done.size();
    }

    /** @return whether there was anything, or may have been */
    private boolean endAll() {
        behind = false;
        List<MeetingEntry> meetings = new ArrayList<>(meetings(Phase.RUNNING));
        meetings.addAll(meetings(Phase.WAITING));
        List<UserEntry> users = all(cursor -> view.users(EVERYBODY, OF_A_PAGE, cursor));
        List<ScanEntry> scans = all(cursor -> view.scans(OF_A_PAGE, cursor));
        List<AccountEntry> accounts = all(cursor -> view.accounts(OF_A_PAGE, cursor)).stream()
                .filter(AccountEntry::isRemembered)
                .toList();
        List<CampaignEntry> campaigns = all(cursor -> view.campaigns(CampaignEntry.State.RUNNING, OF_A_PAGE, cursor));
        campaigns.forEach(one -> tell(one, () -> endings.campaign(one.id())));
        // A personal conference ends with its user: it only waits.
        meetings.stream()
                .filter(one -> !one.personal() || one.phase() == Phase.RUNNING)
                .forEach(one -> tell(one, () -> endings.meeting(one.conferenceId())));
        removeUsers(users);
        scans.forEach(scan -> tell(scan, () -> endings.scan(scan.source())));
        accounts.forEach(account -> tell(account, () -> endings.account(account.account())));
        return behind
                || !(meetings.isEmpty()
                        && users.isEmpty()
                        && scans.isEmpty()
                        && accounts.isEmpty()
                        && campaigns.isEmpty());
    }

    private List<MeetingEntry> meetings(Phase phase) {
        return all(cursor -> view.meetings(phase, null, OF_A_PAGE, cursor));
    }

    private void removeUsers(List<UserEntry> users) {
        Set<String> others = users.stream()
                .map(UserEntry::userId)
                .filter(id -> !isAddressable(id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        users.stream()
                .filter(user -> !others.contains(user.userId()))
                .forEach(user -> tell(user, () -> endings.user(user.userId())));
        List<String> all = List.copyOf(others);
        for (int from = 0; from < all.size(); from += OF_A_PAGE) {
            // In portions: the other side takes bodies of a certain size only.
            List<String> portion = all.subList(from, Math.min(from + OF_A_PAGE, all.size()));
            endings.unaddressable(Set.copyOf(portion));
            done.addAll(portion);
        }
    }

    private static boolean isAddressable(String userId) {
        return !userId.equals(".")
                && !userId.equals("..")
                && userId.chars().noneMatch(one -> one == '/' || one == '\\' || Character.isISOControl(one));
    }

    private void tell(Entry what, Supplier<List<Position>> ending) {
        try {
            written.addAll(ending.get());
            done.add(what.getClass().getSimpleName() + what.key());
        } catch (Problem.ProblemException e) {
            int status = e.problem().status();
            if (!GONE_ALREADY.contains(status) && !NOT_NOW.contains(status)) {
                throw e;
            }
        }
    }

    private <T> List<T> all(Function<String, ResultPage<T>> page) {
        List<T> all = new ArrayList<>();
        String cursor = null;
        do {
            ResultPage<T> found = page.apply(cursor);
            all.addAll(found.items());
            cursor = found.next();
            behind |= found.behind();
        } while (cursor != null);
        return all;
    }

    private static void pause(int look) {
        if (look > 0) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw Problem.unavailable("stopping", "This gateway is about to stop.", 1)
                        .exception();
            }
        }
    }
}
