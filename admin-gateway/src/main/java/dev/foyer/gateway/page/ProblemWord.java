package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import java.util.Arrays;
import java.util.Optional;

/** What can be wrong, in words of people instead of the API's; the names are keys of messages. */
public enum ProblemWord {
    USERNOTFOUND("user-not-found"),
    USERNAMEAMBIGUOUS("user-name-ambiguous"),
    USERNOTENABLED("user-not-enabled"),
    OWNPINRESET("own-pin-reset"),
    CONFERENCEIDTAKEN("conference-id-taken"),
    CONFERENCEIDUNSETTLED("conference-id-unsettled"),
    ADDRESSNEEDSADMINISTRATOR("address-needs-administrator"),
    RESETLIMITREACHED("reset-limit-reached"),
    SERVICENUMBERNOTOFFERED("service-number-not-offered"),
    SERVICEAWAY("service-away"),
    BROKERAWAY("broker-away"),
    RECOVERING("recovering"),
    ROLEMISSING("role-missing"),
    NOTFOUND("not-found"),
    CURSORINVALID("cursor-invalid"),
    KEYREUSED("idempotency-key-reused"),
    NOMAILKEY("no-delivery-key"),
    CAMPAIGNEMPTY("campaign-empty"),
    CAMPAIGNTOOLARGE("campaign-too-large"),
    CAMPAIGNISOVER("campaign-is-over"),
    CAMPAIGNNOTFOUND("campaign-not-found"),
    TOOMANYCAMPAIGNS("too-many-campaigns"),
    CSVUNREADABLE("csv-unreadable"),
    LETTERNOTFOUND("dead-letter-not-found"),
    LETTERNOTKEPT("dead-letter-not-kept"),
    LETTERBUSY("dead-letter-being-replayed"),
    LETTERREPLAYED("dead-letter-replayed"),
    LETTERDISCARDED("dead-letter-discarded"),
    TOKENNOTFOUND("scim-token-not-found"),
    TOKENEXPIRYPASSED("scim-token-expiry-passed"),
    TOOMANYTOKENS("too-many-scim-tokens"),
    PINLENGTH("pin-length-out-of-range"),
    LOGONATTEMPTS("logon-attempts-out-of-range"),
    ORGANIZERALERT("organizer-alert-out-of-range"),
    SERVICENUMBER("service-number-invalid"),
    SENDERINCOMPLETE("sender-override-incomplete"),
    SENDER("sender-invalid"),
    ORGANIZATION("organization-name-invalid"),
    SUPPORTCONTACT("support-contact-invalid"),
    LANGUAGE("language-unknown"),
    DEFAULTNUMBER("default-number-not-offered"),
    NUMBERTWICE("number-listed-twice"),
    SETTINGSMEANWHILE("settings-changed-meanwhile"),
    SETTINGNOTFOUND("setting-not-found"),
    MEETINGNOTFOUND("meeting-not-found"),
    MEETINGOVER("meeting-has-ended"),
    MEETINGNOTSTARTED("meeting-not-started"),
    CALLGONE("call-not-found"),
    MEETINGFULL("meeting-full"),
    PLACESTAKEN("tenant-full"),
    TOOMANYWEBHOOKS("too-many-webhooks"),
    SECRETTOOOFTEN("secret-rotated-too-often"),
    WEBHOOKURL("webhook-url-refused"),
    WEBHOOKTYPES("webhook-types-refused"),
    WEBHOOKOFF("webhook-not-active"),
    WEBHOOKNOTFOUND("webhook-not-found"),
    DELIVERYNOTFOUND("delivery-not-found"),
    REASONREQUIRED("reason-required"),
    REASONMISMATCH("reason-mismatch"),
    REASONLIKEAPIN("reason-like-a-pin"),
    REASONPATTERN("reason-pattern-invalid"),
    REASONPATTERNIDLE("reason-pattern-without-reasons"),
    ADDRESS("address"),
    CONFERENCEID("conferenceId");

    private static final String TYPES = "/problems/";
    private static final String PARAMETER = TYPES + "parameter-invalid";

    private final String word;

    ProblemWord(String word) {
        this.word = word;
    }

    /** Of a parameter that is not valid the parameter says what is wrong. Empty: the API's own words have to do. */
    static Optional<ProblemWord> of(Problem problem) {
        String wanted = problem.type().equals(PARAMETER)
                ? problem.detail().split(" ", 2)[0]
                : problem.type().substring(problem.type().lastIndexOf('/') + 1);
        return Arrays.stream(values()).filter(one -> one.word.equals(wanted)).findFirst();
    }
}
