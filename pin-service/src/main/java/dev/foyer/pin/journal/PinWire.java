package dev.foyer.pin.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.eventsourcing.WireFormat;
import dev.foyer.eventsourcing.WireFormats;
import dev.foyer.pin.domain.campaign.Campaign;
import dev.foyer.pin.domain.campaign.CampaignAnswer;
import dev.foyer.pin.domain.campaign.CampaignCommand;
import dev.foyer.pin.domain.campaign.CampaignRefusal;
import dev.foyer.pin.domain.conferenceid.ConferenceId;
import dev.foyer.pin.domain.conferenceid.ConferenceIdAnswer;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand;
import dev.foyer.pin.domain.conferenceid.ConferenceIdRefusal;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.scan.CallSource;
import dev.foyer.pin.domain.scan.CallSourceAnswer;
import dev.foyer.pin.domain.scan.CallSourceCommand;
import dev.foyer.pin.domain.scan.CallSourceRefusal;
import dev.foyer.pin.domain.scimtoken.ScimTokenAnswer;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand;
import dev.foyer.pin.domain.scimtoken.ScimTokenRefusal;
import dev.foyer.pin.domain.scimtoken.ScimTokens;
import dev.foyer.pin.domain.signin.Account;
import dev.foyer.pin.domain.signin.AccountAnswer;
import dev.foyer.pin.domain.signin.AccountCommand;
import dev.foyer.pin.domain.signin.AccountRefusal;
import dev.foyer.pin.domain.signin.Source;
import dev.foyer.pin.domain.signin.SourceAnswer;
import dev.foyer.pin.domain.signin.SourceCommand;
import dev.foyer.pin.domain.signin.SourceRefusal;
import dev.foyer.pin.domain.tenant.Tenant;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantCommand;
import dev.foyer.pin.domain.tenant.TenantRefusal;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.domain.username.NameAnswer;
import dev.foyer.pin.domain.username.NameCommand;
import dev.foyer.pin.domain.username.NameRefusal;
import dev.foyer.pin.domain.username.ReservedName;

/**
 * How instances of pin-service speak with each other. A new PIN is written in clear here, and only here: for the way of
 * the one answer from the owner of a user to the instance that was asked, over mutual TLS. What a caller says is forwarded
 * as the gateway sealed it; states hold neither, so snapshots hold neither.
 */
public final class PinWire {

    private static final JsonMapper JSON =
            WireFormat.mapper().addMixIn(Pin.class, Digits.class).build();

    public static final WireFormats<User, UserCommand, UserRefusal, UserAnswer> USERS =
            WireFormats.of(JSON, User.class, UserCommand.class, UserRefusal.class, UserAnswer.class);

    public static final WireFormats<ConferenceId, ConferenceIdCommand, ConferenceIdRefusal, ConferenceIdAnswer>
            CONFERENCE_IDS = WireFormats.of(
                    JSON,
                    ConferenceId.class,
                    ConferenceIdCommand.class,
                    ConferenceIdRefusal.class,
                    ConferenceIdAnswer.class);

    public static final WireFormats<ReservedName, NameCommand, NameRefusal, NameAnswer> USER_NAMES =
            WireFormats.of(JSON, ReservedName.class, NameCommand.class, NameRefusal.class, NameAnswer.class);

    public static final WireFormats<Tenant, TenantCommand, TenantRefusal, TenantAnswer> TENANTS =
            WireFormats.of(JSON, Tenant.class, TenantCommand.class, TenantRefusal.class, TenantAnswer.class);

    public static final WireFormats<Account, AccountCommand, AccountRefusal, AccountAnswer> ACCOUNTS =
            WireFormats.of(JSON, Account.class, AccountCommand.class, AccountRefusal.class, AccountAnswer.class);

    public static final WireFormats<Source, SourceCommand, SourceRefusal, SourceAnswer> SOURCES =
            WireFormats.of(JSON, Source.class, SourceCommand.class, SourceRefusal.class, SourceAnswer.class);

    public static final WireFormats<CallSource, CallSourceCommand, CallSourceRefusal, CallSourceAnswer> CALL_SOURCES =
            WireFormats.of(
                    JSON, CallSource.class, CallSourceCommand.class, CallSourceRefusal.class, CallSourceAnswer.class);

    public static final WireFormats<Campaign, CampaignCommand, CampaignRefusal, CampaignAnswer> CAMPAIGNS =
            WireFormats.of(JSON, Campaign.class, CampaignCommand.class, CampaignRefusal.class, CampaignAnswer.class);

    public static final WireFormats<ScimTokens, ScimTokenCommand, ScimTokenRefusal, ScimTokenAnswer> SCIM_TOKENS =
            WireFormats.of(
                    JSON, ScimTokens.class, ScimTokenCommand.class, ScimTokenRefusal.class, ScimTokenAnswer.class);

    private PinWire() {}

    private abstract static class Digits {
        @JsonCreator
        Digits(String digits) {}

        @JsonValue
        abstract String digits();
    }
}
