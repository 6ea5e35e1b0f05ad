package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Gateway;
import dev.foyer.ctl.client.Pages;
import dev.foyer.ctl.client.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds users by what administrators call them: user name, id, SIP address, {@code domain\logon}, display name, CN=... */
public final class Directory {

    private static final Pattern DISTINGUISHED = Pattern.compile("(?i)CN=((?:[^,\\\\]|\\\\.)+),.*");
    private static final Pattern LOGON = Pattern.compile("[^\\\\]+\\\\(.+)");

    /** So many are named when it is not clear who is meant. */
    private static final int MANY = 6;

    private final Gateway gateway;

    public Directory(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Throws when there is none, or more than one. */
    public JsonNode user(String identity) {
        String asked = identity.strip().replaceFirst("(?i)^sip:", "");
        Matcher distinguished = DISTINGUISHED.matcher(asked);
        if (distinguished.matches()) {
            return called(distinguished.group(1).replace("\\", ""), identity, Directory::isCalled);
        }
        Matcher logon = LOGON.matcher(asked);
        if (logon.matches()) {
            // The part before the @, and nothing else: another's id may read the same.
            return called(logon.group(1), identity, Directory::hasLocalPart);
        }
        return byNameOr(asked, identity);
    }

    /** The same, or the only one whose user name or display name begins so: for those who type. */
    public JsonNode beginning(String typed) {
        try {
            return user(typed);
        } catch (CtlException e) {
            if (e.code() != ExitCode.REFUSED || typed.isBlank()) {
                throw e;
            }
            String lower = typed.strip().toLowerCase(Locale.ROOT);
            List<JsonNode> found = new ArrayList<>();
            Pages.each(gateway, "/api/v1/users", Map.of("q", typed), _ -> {}, user -> {
                boolean begins = Stream.of("userPrincipalName", "displayName")
                        .anyMatch(name -> user.path(name)
                                .asText()
                                .toLowerCase(Locale.ROOT)
                                .startsWith(lower));
                return !begins || found.add(user) && found.size() < MANY;
            });
            if (found.isEmpty()) {
                throw e;
            }
            return only(found, typed);
        }
    }

    private JsonNode byNameOr(String name, String identity) {
        if (!name.contains(" ")) {
            try {
                return gateway.get("/api/v1/users/" + Pages.segment(name));
            } catch (Refused refused) {
                // Not an id that there could be: it may still be what somebody is called.
                if (refused.status() != 404 && !refused.problem().equals("parameter-invalid")) {
                    throw refused;
                }
            }
        }
        return called(name, identity, Directory::isCalled);
    }

    private static boolean isCalled(JsonNode user, String name) {
        return user.path("displayName").asText().equalsIgnoreCase(name) || hasLocalPart(user, name);
    }

    private static boolean hasLocalPart(JsonNode user, String name) {
        return user.path("userPrincipalName").asText().replaceAll("@.*", "").equalsIgnoreCase(name);
    }

    private JsonNode called(String name, String identity, BiPredicate<JsonNode, String> so) {
        List<JsonNode> found = new ArrayList<>();
        Pages.each(gateway, "/api/v1/users", Map.of("q", name), _ -> {}, user -> {
            if (so.test(user, name)) {
                found.add(user);
            }
            return found.size() < MANY;
        });
        if (found.isEmpty()) {
            throw new CtlException(
                    ExitCode.REFUSED, "There is no user \"" + identity + "\" in your tenant; check the spelling.");
        }
        return only(found, identity);
    }

    private static JsonNode only(List<JsonNode> found, String identity) {
        if (found.size() > 1) {
            throw new CtlException(
                    ExitCode.REFUSED,
                    "\"" + identity + "\" is several users: "
                            + found.stream()
                                    .map(user -> user.path("userPrincipalName").asText())
                                    .collect(Collectors.joining(", "))
                            + "; say which one.");
        }
        return found.getFirst();
    }
}
