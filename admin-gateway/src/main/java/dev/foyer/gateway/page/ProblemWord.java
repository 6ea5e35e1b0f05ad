package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be wrong, in words of people instead of the API's; the names are keys of messages. Each stands for types of problems,
 * or for the field or parameter of one that says that a value is not valid.
 */
public enum ProblemWord {
    USERNOTFOUND("user-not-found"),
    USERNAMEAMBIGUOUS("user-name-ambiguous"),
    USERNOTENABLED("user-not-enabled"),
    USERINACTIVE("user-inactive"),
    USERLIMIT("user-limit-reached"),
    USERMEANWHILE("no-conference-id"),
    OWNPINRESET("own-pin-reset"),
    OWNPINREVEAL("own-pin-reveal"),
    CONFERENCEIDTAKEN("conference-id-taken"),
    CONFERENCEIDUNSETTLED("conference-id-unsettled"),
    ADDRESSNEEDSADMINISTRATOR("address-needs-administrator"),
    RESETLIMITREACHED("reset-limit-reached"),
    SERVICENUMBERNOTOFFERED("service-number-not-offered", "serviceNumber", "tollFreeServiceNumber"),
    SERVICEAWAY("service-away", "clock-ahead", "clocks-differ", "service-unavailable"),
    SERVICEFAILED("service-failed"),
    VIEWBEHIND("view-behind"),
    BROKERAWAY("broker-away"),
    RECOVERING("recovering"),
    ROLEMISSING(
            "role-missing",
            "reset-needs-administrator",
            "reveal-needs-administrator",
            "conference-id-needs-administrator"),
    NOPAGE("no-page"),
    NOTSIGNEDIN("not-signed-in"),
    NOTFOUND("not-found"),
    CURSORINVALID("cursor-invalid"),
    KEYREUSED("idempotency-key-reused"),
    NOMAILKEY("no-delivery-key"),
    MAILNOTTAKEN("mail-not-taken-yet"),
    MAILNOTFOUND("notification-unknown"),
    MAILNOTFAILED("notification-not-failed"),
    MAILWITHOUTPIN("notification-without-pin"),
    MAILTOOLATE("hold-time-over"),
    PINLOST("pin-is-lost"),
    PINSHOWN("pin-was-shown"),
    PINREVEALED("already-revealed"),
    ADDRESSMISSING("address-missing"),
    MAILSETTLED(
            "notification-on-its-way",
            "notification-sent",
            "notification-failed",
            "notification-discarded",
            "notification-handed-over",
            "notification-superseded"),
    CAMPAIGNEMPTY("campaign-empty"),
    CAMPAIGNTOOLARGE("campaign-too-large", "campaign-not-possible"),
    CAMPAIGNBROKEN("campaign-list-broken"),
    CAMPAIGNISOVER("campaign-is-over"),
    CAMPAIGNNOTFOUND("campaign-not-found"),
    TOOMANYCAMPAIGNS("too-many-campaigns"),
    CSVUNREADABLE("csv-unreadable"),
    LETTERNOTFOUND("dead-letter-not-found"),
    LETTERNOTKEPT("dead-letter-not-kept"),
    LETTERBUSY("dead-letter-being-replayed"),
    LETTERREPLAYED("dead-letter-replayed"),
    LETTERDISCARDED("dead-letter-discarded"),
    TOKENNAME("name"),
    TOKENNOTFOUND("scim-token-not-found"),
    TOKENEXPIRYPASSED("scim-token-expiry-passed"),
    TOOMANYTOKENS("too-many-scim-tokens"),
    PINLENGTH("pin-length-out-of-range"),
    LOGONATTEMPTS("logon-attempts-out-of-range"),
    ORGANIZERALERT("organizer-alert-out-of-range"),
    CALLSILENCE("call-silence-out-of-range"),
    SERVICENUMBER("service-number-invalid", "serviceNumbers"),
    SERVICENUMBERPARTS("service-number-incomplete"),
    SENDERINCOMPLETE("sender-override-incomplete"),
    SENDER("sender-invalid", "sendEmailFromAddress", "sendEmailFromDisplayName"),
    ORGANIZATION("organization-name-invalid", "organizationName"),
    SUPPORTCONTACT("support-contact-invalid", "supportContact"),
    LANGUAGE("language-unknown", "defaultLanguage"),
    DEFAULTNUMBER("default-number-not-offered", "defaultServiceNumber", "defaultTollFreeNumber"),
    NUMBERTWICE("number-listed-twice"),
    SETTINGSMEANWHILE("settings-changed-meanwhile"),
    SETTINGSLATER("settings-not-in-force-yet"),
    SETTINGNOTFOUND("setting-not-found"),
    TENANTGONE("tenant-not-found"),
    EVENTNOTFOUND("event-not-found"),
    MEETINGNOTFOUND("meeting-not-found"),
    MEETINGOVER("meeting-has-ended"),
    MEETINGNOTSTARTED("meeting-not-started"),
    CALLGONE("call-not-found", "callId"),
    CALLENDED("call-has-ended"),
    CALLSBUSY("calls-busy"),
    PINFORM("not-a-pin"),
    STARTNOTSHOWN("start-not-shown-yet"),
    PINKEYMISSING("verification-key-missing"),
    MEETINGFULL("meeting-full"),
    PLACESTAKEN("tenant-full"),
    MEETINGLIMIT("meeting-limit-reached"),
    TOOMANYWEBHOOKS("too-many-webhooks"),
    SECRETTOOOFTEN("secret-rotated-too-often"),
    WEBHOOKURL("webhook-url-refused", "url"),
    WEBHOOKTYPES("webhook-types-refused", "types"),
    WEBHOOKLOOKUP("names-are-looked-up"),
    DESCRIPTION("description"),
    WEBHOOKOFF("webhook-not-active"),
    WEBHOOKNOTFOUND("webhook-not-found"),
    DELIVERYNOTFOUND("delivery-not-found"),
    REASONREQUIRED("reason-required"),
    REASONMISMATCH("reason-mismatch"),
    REASONLIKEAPIN("reason-like-a-pin"),
    REASON("reason"),
    REASONPATTERN("reason-pattern-invalid", "reasonPattern"),
    REASONPATTERNIDLE("reason-pattern-without-reasons"),
    ADDRESS("address", "sendEmailToAddress", "toAddress"),
    IDENTITYAWAY("identity-provider-away"),
    SEARCH("q"),
    CONFERENCEID("conferenceId"),
    FIELDMISSING("field-missing"),
    PARAMETER("parameter-invalid", "invalid-request");

    /** Those that somebody on the telephone can hear of. */
    static final List<ProblemWord> OF_CALLS = List.of(
            CALLGONE,
            CALLENDED,
            CALLSBUSY,
            PINFORM,
            STARTNOTSHOWN,
            PINKEYMISSING,
            CONFERENCEID,
            MEETINGFULL,
            PLACESTAKEN,
            MEETINGLIMIT,
            MEETINGNOTFOUND,
            MEETINGOVER,
            SERVICEAWAY,
            SERVICEFAILED,
            BROKERAWAY,
            RECOVERING,
            VIEWBEHIND,
            PARAMETER);

    private static final Set<String> OF_A_FIELD = Set.of("parameter-invalid", "invalid-request", "field-missing");
    private static final Pattern NAME = Pattern.compile("(?:Send the field )?([A-Za-z]+)\\b.*", Pattern.DOTALL);

    private final List<String> types;

    ProblemWord(String... types) {
        this.types = List.of(types);
    }

    /** For the page's own script. */
    public String types() {
        return String.join(" ", types);
    }

    /** Of a field or parameter that is not valid its name says what is wrong. Empty: the API's own words have to do. */
    static Optional<ProblemWord> of(Problem problem) {
        String type = problem.type().substring(problem.type().lastIndexOf('/') + 1);
        return OF_A_FIELD.contains(type) ? field(problem.detail()).or(() -> named(type)) : named(type);
    }

    private static Optional<ProblemWord> field(String detail) {
        Matcher name = NAME.matcher(detail);
        return name.matches() ? named(name.group(1)) : Optional.empty();
    }

    private static Optional<ProblemWord> named(String type) {
        return Arrays.stream(values()).filter(one -> one.types.contains(type)).findFirst();
    }
}
