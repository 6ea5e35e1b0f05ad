package dev.foyer.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.CampaignUsers;
import dev.foyer.gateway.api.Params;
import dev.foyer.gateway.index.AmbiguousName;
import dev.foyer.gateway.index.SearchRefused;
import dev.foyer.gateway.index.UserQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Whom a form means: the users that its search finds now, or those that its list names. */
@RequestScoped
class BulkUsers {

    /** Between users that stand in one line. */
    private static final Pattern BETWEEN = Pattern.compile("[,;\\t]");

    private static final int DIGEST_BYTES = 12;

    @Inject
    ApiRequest request;

    @Inject
    Words words;

    /**
     * As the API takes them.
     *
     * @throws BulkRefused when it can mean nobody
     */
    List<String> of(BulkForm form) {
        return form.searches() ? found(form) : listed(form.list());
    }

    private List<String> found(BulkForm form) {
        try {
            UserQuery.check(form.q());
        } catch (SearchRefused e) {
            throw new BulkRefused(words.of(UsersMessages.class).refused(e.why()));
        }
        return CampaignUsers.found(
                new UserQuery(
                        Params.userSearch(form.q()),
                        Params.oneOf("state", form.state(), UserQuery.State.class),
                        UserQuery.Order.USER_PRINCIPAL_NAME),
                request.view());
    }

    private List<String> listed(String text) {
        if (text.isEmpty()) {
            throw new BulkRefused(say().listEmpty());
        }
        List<String> lines = CampaignUsers.isCsv(text)
                ? CampaignUsers.ofCsv(text.getBytes(UTF_8))
                : text.lines().flatMap(line -> inLine(line).stream()).toList();
        List<String> users = new ArrayList<>();
        for (String line : lines) {
            String one = line.strip();
            if (one.isEmpty()) {
                continue;
            }
            if (!CampaignUsers.isUser(one)) {
                throw new BulkRefused(say().noUser(one));
            }
            users.add(one);
        }
        return users;
    }

    /** An id may have a comma in it. */
    private List<String> inLine(String line) {
        return !BETWEEN.matcher(line).find() || isThere(line.strip()) ? List.of(line) : List.of(BETWEEN.split(line));
    }

    private boolean isThere(String user) {
        try {
            return CampaignUsers.isUser(user) && request.view().user(user).isPresent();
        } catch (AmbiguousName _) {
            return true;
        }
    }

    /** Stands for just these. @param counted how many there are, each once */
    static String digest(List<String> users, int counted) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((counted + "\n" + String.join("\n", users)).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private BulkMessages say() {
        return words.of(BulkMessages.class);
    }
}
