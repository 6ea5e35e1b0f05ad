package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.Written;
import dev.foyer.ctl.cmdlets.Parameter.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reading users. */
final class UserCmdlets {

    private static final String ONE_BRIDGE =
            "a tenant's numbers are its one bridge; see Get-CsOnlineDialInConferencingBridge.";
    private static final String PROVIDERS = "there is no other provider than Foyer.";

    private UserCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(get(), info(), state());
    }

    private static Cmdlet get() {
        return Cmdlet.of(
                        "Get-CsOnlineDialInConferencingUser",
                        "Shows users who are enabled for dial-in conferencing; never their PINs.",
                        Common.reading(
                                Parameter.identity(
                                        "Whose: user name, SIP address, domain\\logon, display name or CN=...;"
                                                + " with * and ? several. Absent: all."),
                                Parameter.number("ResultSize", "How many at most; 0 for none."),
                                Parameter.text("ServiceNumber", "Only those with this toll number."),
                                Parameter.text("BridgeId", "Only those of this bridge; there is one."),
                                Parameter.text("BridgeName", "The same by name."),
                                Parameter.without("LdapFilter", Kind.TEXT, "there is no LDAP here; use Where-Object.")),
                        call -> (Stage.Each) (input, next) -> {
                            call.checkTenant();
                            String tenant = call.session().tenant();
                            Optional<String> number =
                                    call.bound().text("ServiceNumber").map(Written::number);
                            Predicate<JsonNode> wanted = user -> UserRows.isEnabled(user)
                                    && BridgeRows.isMeant(call, tenant)
                                    && number.map(n -> n.equals(user.path("conferencing")
                                                    .path("serviceNumber")
                                                    .asText()))
                                            .orElse(true);
                            return UserLists.each(
                                    call,
                                    input,
                                    Map.of("state", "enabled"),
                                    wanted,
                                    user -> UserRows.user(user, tenant),
                                    next);
                        })
                .returns(UserRows.USER)
                .example("Get-CsOnlineDialInConferencingUser -Identity amos.marble@contoso.com", "One user.")
                .example(
                        "Get-CsOnlineDialInConferencingUser -ResultSize 2 | Format-Table Identity, ConferenceId",
                        "Some, as a table.")
                .example(
                        "Get-CsOnlineDialInConferencingUser amos* | Select-Object DisplayName, LeaderPin",
                        "By the beginning of a name.")
                .example(
                        "Get-CsCsOnlineDialInConfencingUser amos.marble@contoso.com | Select-Object Identity, LeaderPin",
                        "As the article misprints it; understood, with a hint.")
                .notes("Who is not enabled is no error: nothing is shown. LeaderPin is always " + UserRows.HIDDEN
                        + ". ConferenceId is the personal one, and never 0.");
    }

    private static Cmdlet info() {
        return Cmdlet.of(
                        "Get-CsOnlineDialInConferencingUserInfo",
                        "Shows users, enabled or not, with their numbers.",
                        Common.reading(
                                Parameter.identity("Whose; absent: those that the other parameters find."),
                                Parameter.number("Skip", "How many are left out first."),
                                Parameter.number("First", "How many at most; 100 when absent."),
                                Parameter.text("SearchQuery", "Beginnings of names, addresses or conference IDs."),
                                Parameter.text("Select", "Which of them.")
                                        .oneOf(
                                                "DialInConferencingOn",
                                                "DialInConferencingOff",
                                                "ConferencingProviderMS",
                                                "ConferencingProviderOther",
                                                "ReadyForMigrationToCPC",
                                                "NoFilter"),
                                Parameter.without("Filter", Kind.SCRIPT, PROVIDERS),
                                Parameter.flag("SortDescending", "From Z to A.")),
                        call -> (Stage.Each) (input, next) -> {
                            call.checkTenant();
                            Map<String, String> query = new HashMap<>();
                            query.put("sort", (call.bound().is("SortDescending") ? "-" : "") + "displayName");
                            call.bound().text("SearchQuery").ifPresent(q -> query.put("q", q));
                            state(call.bound().text("Select").orElse("NoFilter"))
                                    .ifPresent(s -> query.put("state", s));
                            Call limited = call.bound().has("First") ? call : call.with("First", "100");
                            return UserLists.each(limited, input, query, _ -> true, UserRows::info, next);
                        })
                .returns(UserRows.INFO)
                .example("Get-CsOnlineDialInConferencingUserInfo -Identity amos.marble@contoso.com", "One user.")
                .example(
                        "Get-CsOnlineDialInConferencingUserInfo -Select DialInConferencingOff -First 2 | Format-Table DisplayName, Provider",
                        "Two who are not enabled.")
                .refuses(
                        "Get-CsOnlineDialInConferencingUserInfo -Filter {Provider -eq \"InterCall\"}",
                        "Those of another provider.")
                .notes("Provider is Foyer for who is enabled, else None.");
    }

    private static Optional<String> state(String select) {
        return switch (select) {
            case "DialInConferencingOn", "ConferencingProviderMS" -> Optional.of("enabled");
            case "DialInConferencingOff" -> Optional.of("disabled");
            case "NoFilter" -> Optional.empty();
            default -> throw CtlException.usage("-Select " + select + " has no meaning here: " + PROVIDERS);
        };
    }

    private static Cmdlet state() {
        return Cmdlet.of(
                        "Get-CsOnlineDialInConferencingUserState",
                        "Shows whether users are enabled, with licence state and numbers.",
                        Common.reading(
                                Parameter.identity("Whose; absent: all."),
                                Parameter.text("Provider", "Microsoft is understood as Foyer.")
                                        .oneOf("AllProviders", "NoProviders", "Microsoft", "ThirdParty"),
                                Parameter.list("LicenseState", "Licensed: enabled. NoLicense: not.")
                                        .oneOf("NoLicense", "Licensed"),
                                Parameter.number("ResultSize", "How many at most; 0 for none.")),
                        call -> (Stage.Each) (input, next) -> {
                            call.checkTenant();
                            String provider = call.bound().text("Provider").orElse("AllProviders");
                            if (provider.equals("ThirdParty")) {
                                throw CtlException.usage("-Provider ThirdParty has no meaning here: " + PROVIDERS);
                            }
                            List<String> licences = call.bound().list("LicenseState");
                            Predicate<JsonNode> wanted = user -> {
                                boolean on = UserRows.isEnabled(user);
                                boolean licensed =
                                        licences.isEmpty() || licences.contains(on ? "Licensed" : "NoLicense");
                                return licensed
                                        && (provider.equals("AllProviders") || on == provider.equals("Microsoft"));
                            };
                            String url =
                                    call.gateway().profile().url().resolve("/").toString();
                            return UserLists.each(
                                    call, input, Map.of(), wanted, user -> UserRows.state(user, url), next);
                        })
                .returns(UserRows.STATE)
                .example("Get-CsOnlineDialInConferencingUserState amos.marble@contoso.com", "One user.")
                .notes(
                        "Licences that a directory sends enable users, so the licence state is whether a user is enabled. Url is that of"
                                + " the administrators' page; bridge: " + ONE_BRIDGE);
    }
}
