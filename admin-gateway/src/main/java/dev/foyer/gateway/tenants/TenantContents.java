package dev.foyer.gateway.tenants;

import dev.foyer.base.Position;
import dev.foyer.base.Problem;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.MeetingServiceClient;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.clients.TenantsClient;
import dev.foyer.gateway.index.AccountEntry;
import dev.foyer.gateway.index.Entry;
import dev.foyer.gateway.index.MeetingEntry;
import dev.foyer.gateway.index.MeetingEntry.Phase;
import dev.foyer.gateway.index.ReadModel;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * What a tenant has in the services: meetings, users, suspected scans, and what is remembered of its accounts; all of it ended
 * in the name of the operator, however much it is, so that each is an event that says who did it. Each look takes all that
 * there is; two in a row that find nothing are the end. Used by one thread, for one removal.
 */
final class TenantContents {

    private static final Logger LOG = Logger.getLogger(TenantContents.class);

    private static final int OF_A_PAGE = 200;
    private static final Set<Integer> GONE_ALREADY = Set.of(404, 409, 410);
    /** Left for the next look. */
    private static final Set<Integer> NOT_NOW = Set.of(429, 503, 504);
    /** Who looks so often is not waiting for an end any more. */
    private static final int LOOKS = 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(5);
    private static final UserQuery EVERYBODY = new UserQuery(null, null, UserQuery.Order.USER_PRINCIPAL_NAME);

    private final ReadModel index;
    private final RemoteService<PinServiceClient> pinService;
    private final RemoteService<MeetingServiceClient> meetingService;
    private final RemoteService<TenantsClient> process;
    private final CommandContext operator;
    private final TenantView view;
    private final List<Position> written = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    /** @param operator of the tenant that ends */
    TenantContents(
            ReadModel index,
            RemoteService<PinServiceClient> pinService,
            RemoteService<MeetingServiceClient> meetingService,
            RemoteService<TenantsClient> process,
            CommandContext operator) {
        this.index = index;
        this.pinService = pinService;
        this.meetingService = meetingService;
        this.process = process;
        this.operator = operator;
        this.view = index.tenant(operator.tenant());
    }

    /**
     * Returns when nothing is left.
     *
     * @throws Problem.ProblemException when something does not end
     */
    void end() {
        int nothing = 0;
        for (int look = 0; look < LOOKS && nothing < 2; look++) {
            pause(look);
            nothing = endAll() ? 0 : nothing + 1;
            index.passed(written, SHOWN_WITHIN);
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
        LOG.infof("Of %s %d meetings, users, scans and accounts are ended", operator.tenant(), done.size());
    }

    /** @return whether there was anything */
    private boolean endAll() {
        List<MeetingEntry> meetings = new ArrayList<>(meetings(Phase.RUNNING));
        meetings.addAll(meetings(Phase.WAITING));
        List<UserEntry> users = all(cursor -> view.users(EVERYBODY, OF_A_PAGE, cursor));
        List<ScanEntry> scans = all(cursor -> view.scans(OF_A_PAGE, cursor));
        List<AccountEntry> accounts = all(cursor -> view.accounts(OF_A_PAGE, cursor)).stream()
                .filter(AccountEntry::isRemembered)
                .toList();
        // A personal conference ends with its user: it only waits.
        meetings.stream()
                .filter(one -> !one.personal() || one.phase() == Phase.RUNNING)
                .forEach(this::endMeeting);
        removeUsers(users);
        scans.forEach(scan ->
                tell(scan, () -> pinService.run(next(), (pins, of) -> pins.clearSource(of, scan.source()))));
        accounts.forEach(account ->
                tell(account, () -> pinService.run(next(), (pins, of) -> pins.forgetAccount(of, account.account()))));
        return !(meetings.isEmpty() && users.isEmpty() && scans.isEmpty() && accounts.isEmpty());
    }

    private List<MeetingEntry> meetings(Phase phase) {
        return all(cursor -> view.meetings(phase, null, OF_A_PAGE, cursor));
    }

    private void endMeeting(MeetingEntry meeting) {
        tell(meeting, () -> meetingService.run(next(), (meetings, of) -> meetings.end(of, meeting.conferenceId())));
    }

    private void removeUsers(List<UserEntry> users) {
        Set<String> others = users.stream()
                .map(UserEntry::userId)
                .filter(id -> !isAddressable(id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        users.stream()
                .filter(user -> !others.contains(user.userId()))
                .forEach(user ->
                        tell(user, () -> pinService.run(next(), (pins, of) -> pins.remove(of, user.userId()))));
        if (!others.isEmpty()) {
            process.run(next(), (tenants, of) -> tenants.removeUnaddressable(of, new TenantsClient.Users(others)));
        }
    }

    /** There are none any more but from before such ids were refused. */
    private static boolean isAddressable(String userId) {
        return !userId.equals(".")
                && !userId.equals("..")
                && userId.chars().noneMatch(one -> one == '/' || one == '\\' || Character.isISOControl(one));
    }

    private void tell(Entry what, Supplier<Answered<?>> command) {
        try {
            written.addAll(command.get().positions());
            done.add(what.getClass().getSimpleName() + what.key());
        } catch (Problem.ProblemException e) {
            int status = e.problem().status();
            if (!GONE_ALREADY.contains(status) && !NOT_NOW.contains(status)) {
                throw e;
            }
        }
    }

    /** A command of its own, of the same request. */
    private CommandContext next() {
        return new CommandContext(
                operator.account(), operator.role(), UUID.randomUUID().toString(), operator.correlationId());
    }

    private static <T> List<T> all(Function<String, ResultPage<T>> page) {
        List<T> all = new ArrayList<>();
        String cursor = null;
        do {
            ResultPage<T> found = page.apply(cursor);
            all.addAll(found.items());
            cursor = found.next();
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
