package dev.foyer.local.sink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.CannotRun;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The mails as the sink's view lists them, oldest first. The nodes have the fields of {@link Mail}. */
public final class ReceivedMails {

    private final Api view;

    /**
     * @param address of the sink's view
     * @param password of the view
     */
    public ReceivedMails(URI address, String password) {
        this.view = Api.as(ViewGuard.NAME, password, address);
    }

    /** All of them. */
    public List<JsonNode> all() {
        return get("/mails");
    }

    /** Those to one address. */
    public List<JsonNode> to(String address) {
        return get("/mails?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    private List<JsonNode> get(String path) {
        Answer answer = view.get(path);
        if (answer.status() != 200) {
            throw new CannotRun("The SMTP sink cannot list its mails: " + answer + ".");
        }
        return answer.body().valueStream().toList();
    }
}
