package dev.foyer.pin.setup;

import dev.foyer.base.events.RecordSigner;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.eventsourcing.Timers;
import dev.foyer.pin.contract.AccountPublisherV1;
import dev.foyer.pin.contract.CallSourceKey;
import dev.foyer.pin.contract.CallSourcePublisherV1;
import dev.foyer.pin.contract.CampaignPublisherV1;
import dev.foyer.pin.contract.ScimTokenPublisherV1;
import dev.foyer.pin.contract.SourcePublisherV1;
import dev.foyer.pin.contract.TenantPublisherV1;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.contract.UserPublisherV1;
import dev.foyer.pin.domain.campaign.Campaign;
import dev.foyer.pin.domain.campaign.CampaignAnswer;
import dev.foyer.pin.domain.campaign.CampaignCommand;
import dev.foyer.pin.domain.campaign.CampaignContext;
import dev.foyer.pin.domain.campaign.CampaignDecider;
import dev.foyer.pin.domain.campaign.CampaignEvent;
import dev.foyer.pin.domain.campaign.CampaignRefusal;
import dev.foyer.pin.domain.campaign.CampaignTimers;
import dev.foyer.pin.domain.conferenceid.ConferenceId;
import dev.foyer.pin.domain.conferenceid.ConferenceIdAnswer;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand;
import dev.foyer.pin.domain.conferenceid.ConferenceIdDecider;
import dev.foyer.pin.domain.conferenceid.ConferenceIdEvent;
import dev.foyer.pin.domain.conferenceid.ConferenceIdRefusal;
import dev.foyer.pin.domain.conferenceid.ConferenceIdTimers;
import dev.foyer.pin.domain.pin.PinVault;
import dev.foyer.pin.domain.scan.CallSource;
import dev.foyer.pin.domain.scan.CallSourceAnswer;
import dev.foyer.pin.domain.scan.CallSourceCommand;
import dev.foyer.pin.domain.scan.CallSourceContext;
import dev.foyer.pin.domain.scan.CallSourceDecider;
import dev.foyer.pin.domain.scan.CallSourceEvent;
import dev.foyer.pin.domain.scan.CallSourceRefusal;
import dev.foyer.pin.domain.scan.CallSourceTimers;
import dev.foyer.pin.domain.scimtoken.ScimTokenAnswer;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand;
import dev.foyer.pin.domain.scimtoken.ScimTokenContext;
import dev.foyer.pin.domain.scimtoken.ScimTokenDecider;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent;
import dev.foyer.pin.domain.scimtoken.ScimTokenRefusal;
import dev.foyer.pin.domain.scimtoken.ScimTokens;
import dev.foyer.pin.domain.signin.Account;
import dev.foyer.pin.domain.signin.AccountAnswer;
import dev.foyer.pin.domain.signin.AccountCommand;
import dev.foyer.pin.domain.signin.AccountDecider;
import dev.foyer.pin.domain.signin.AccountEvent;
import dev.foyer.pin.domain.signin.AccountRefusal;
import dev.foyer.pin.domain.signin.Source;
import dev.foyer.pin.domain.signin.SourceAnswer;
import dev.foyer.pin.domain.signin.SourceCommand;
import dev.foyer.pin.domain.signin.SourceDecider;
import dev.foyer.pin.domain.signin.SourceEvent;
import dev.foyer.pin.domain.signin.SourceRefusal;
import dev.foyer.pin.domain.signin.SourceTimers;
import dev.foyer.pin.domain.tenant.Tenant;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantCommand;
import dev.foyer.pin.domain.tenant.TenantDecider;
import dev.foyer.pin.domain.tenant.TenantEvent;
import dev.foyer.pin.domain.tenant.TenantRefusal;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.Room;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserContext;
import dev.foyer.pin.domain.user.UserDecider;
import dev.foyer.pin.domain.user.UserEvent;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.domain.user.UserTimers;
import dev.foyer.pin.domain.username.NameAnswer;
import dev.foyer.pin.domain.username.NameCommand;
import dev.foyer.pin.domain.username.NameDecider;
import dev.foyer.pin.domain.username.NameEvent;
import dev.foyer.pin.domain.username.NameRefusal;
import dev.foyer.pin.domain.username.ReservedName;
import dev.foyer.pin.journal.PinJournal;
import dev.foyer.pin.journal.PinWire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The kinds of aggregates in {@code pin.journal}.
 *
 * @param users id {@code tenant/userId}
 * @param conferenceIds id the 7 digits
 * @param userNames id {@code tenant/name}, folded
 * @param tenants id the tenant
 * @param accounts id {@code tenant/name}
 * @param signInSources id the address
 * @param callSources id {@code tenant/source}
 * @param campaigns id {@code tenant/id}
 * @param scimTokens id the tenant
 */
public record PinAggregates(
        AggregateType<User, UserCommand, UserEvent, UserRefusal, UserAnswer, UserContext> users,
        AggregateType<
                        ConferenceId,
                        ConferenceIdCommand,
                        ConferenceIdEvent,
                        ConferenceIdRefusal,
                        ConferenceIdAnswer,
                        Instant>
                conferenceIds,
        AggregateType<ReservedName, NameCommand, NameEvent, NameRefusal, NameAnswer, Void> userNames,
        AggregateType<Tenant, TenantCommand, TenantEvent, TenantRefusal, TenantAnswer, Instant> tenants,
        AggregateType<Account, AccountCommand, AccountEvent, AccountRefusal, AccountAnswer, Instant> accounts,
        AggregateType<Source, SourceCommand, SourceEvent, SourceRefusal, SourceAnswer, Instant> signInSources,
        AggregateType<
                        CallSource,
                        CallSourceCommand,
                        CallSourceEvent,
                        CallSourceRefusal,
                        CallSourceAnswer,
                        CallSourceContext>
                callSources,
        AggregateType<Campaign, CampaignCommand, CampaignEvent, CampaignRefusal, CampaignAnswer, CampaignContext>
                campaigns,
        AggregateType<ScimTokens, ScimTokenCommand, ScimTokenEvent, ScimTokenRefusal, ScimTokenAnswer, ScimTokenContext>
                scimTokens) {

    /** More are no help to anybody: a directory system has one, and two while it is given another one. */
    private static final int MOST_SCIM_TOKENS = 20;

    /** The vault for one decision: about that user, by that command. */
    @FunctionalInterface
    public interface Vaults {
        PinVault of(String tenant, String userId, String commandId);
    }

    /**
     * What bounds each user.
     *
     * @param conferenceIdPatience how long a conference ID may be wanted, or on its way back
     * @param resetsPerHour of one user's PIN
     * @param room in memory
     */
    public record UserLimits(Duration conferenceIdPatience, int resetsPerHour, Room room) {}

    /**
     * @param settings the tenant's, as this service knows them now
     * @param deliveries signs each PIN's way to the mail
     * @param returns hears of what users gave up
     * @param limits of each user
     */
    public static PinAggregates of(
            Vaults vaults,
            RecordSigner deliveries,
            Function<String, TenantSettings> settings,
            CommitListener<User, UserEvent> returns,
            UserLimits limits) {
        return of(vaults, deliveries, settings, returns, CommitListener.none(), limits);
    }

    /** @param work does what campaigns begin; the rest as before */
    public static PinAggregates of(
            Vaults vaults,
            RecordSigner deliveries,
            Function<String, TenantSettings> settings,
            CommitListener<User, UserEvent> returns,
            CommitListener<Campaign, CampaignEvent> work,
            UserLimits limits) {
        return new PinAggregates(
                new AggregateType<>(
                        "user",
                        new UserDecider(),
                        PinJournal.USER_EVENTS,
                        PinJournal.USER_ANSWERS,
                        (id, meta, now) -> {
                            UserKey user = UserKey.parse(id);
                            return new UserContext(
                                    now,
                                    user.userId(),
                                    meta.actor(),
                                    settings.apply(user.tenant()),
                                    vaults.of(user.tenant(), user.userId(), meta.commandId()),
                                    UUID.randomUUID(),
                                    limits.conferenceIdPatience(),
                                    limits.resetsPerHour(),
                                    limits.room());
                        },
                        new UserPublisherV1(deliveries),
                        returns,
                        new UserTimers(),
                        PinWire.USERS),
                new AggregateType<>(
                        "conference-id",
                        new ConferenceIdDecider(),
                        PinJournal.CONFERENCE_ID_EVENTS,
                        PinJournal.CONFERENCE_ID_ANSWERS,
                        // By the clock itself: it is compared with a time of the user that asks, not with one of its
                        // own.
                        (id, meta, now) -> Instant.now(),
                        Publisher.nothing(),
                        CommitListener.none(),
                        new ConferenceIdTimers(),
                        PinWire.CONFERENCE_IDS),
                new AggregateType<>(
                        "user-name",
                        new NameDecider(),
                        PinJournal.NAME_EVENTS,
                        PinJournal.NAME_ANSWERS,
                        (id, meta, now) -> null,
                        Publisher.nothing(),
                        CommitListener.none(),
                        Timers.none(),
                        PinWire.USER_NAMES),
                new AggregateType<>(
                        "tenant",
                        new TenantDecider(),
                        PinJournal.TENANT_EVENTS,
                        PinJournal.TENANT_ANSWERS,
                        (id, meta, now) -> now,
                        new TenantPublisherV1(),
                        CommitListener.none(),
                        Timers.none(),
                        PinWire.TENANTS),
                new AggregateType<>(
                        "account",
                        new AccountDecider(),
                        PinJournal.ACCOUNT_EVENTS,
                        PinJournal.ACCOUNT_ANSWERS,
                        (id, meta, now) -> now,
                        new AccountPublisherV1(),
                        CommitListener.none(),
                        Timers.none(),
                        PinWire.ACCOUNTS),
                new AggregateType<>(
                        "sign-in-source",
                        new SourceDecider(),
                        PinJournal.SOURCE_EVENTS,
                        PinJournal.SOURCE_ANSWERS,
                        (id, meta, now) -> now,
                        new SourcePublisherV1(),
                        CommitListener.none(),
                        new SourceTimers(),
                        PinWire.SOURCES),
                new AggregateType<>(
                        "call-source",
                        new CallSourceDecider(),
                        PinJournal.CALL_SOURCE_EVENTS,
                        PinJournal.CALL_SOURCE_ANSWERS,
                        (id, meta, now) ->
                                new CallSourceContext(CallSourceKey.parse(id).kind(), now),
                        new CallSourcePublisherV1(),
                        CommitListener.none(),
                        new CallSourceTimers(),
                        PinWire.CALL_SOURCES),
                new AggregateType<>(
                        "campaign",
                        new CampaignDecider(),
                        PinJournal.CAMPAIGN_EVENTS,
                        PinJournal.CAMPAIGN_ANSWERS,
                        (id, meta, now) -> new CampaignContext(now, meta.actor(), meta.reason()),
                        new CampaignPublisherV1(),
                        work,
                        new CampaignTimers(),
                        PinWire.CAMPAIGNS),
                new AggregateType<>(
                        "scim-tokens",
                        new ScimTokenDecider(),
                        PinJournal.SCIM_TOKEN_EVENTS,
                        PinJournal.SCIM_TOKEN_ANSWERS,
                        (id, meta, now) ->
                                new ScimTokenContext(now, meta.actor().name(), MOST_SCIM_TOKENS),
                        new ScimTokenPublisherV1(),
                        CommitListener.none(),
                        Timers.none(),
                        PinWire.SCIM_TOKENS));
    }

    public List<AggregateType<?, ?, ?, ?, ?, ?>> all() {
        return List.of(
                users, conferenceIds, userNames, tenants, accounts, signInSources, callSources, campaigns, scimTokens);
    }
}
