package dev.foyer.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.Position;
import dev.foyer.gateway.index.ReadModel;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a client carries from one gateway to another. The answer to a command says where its events lie; who sends that back with
 * another request, to any gateway, is answered when that gateway's view shows them, or not at all.
 */
@RequestScoped
public class ViewPosition {

    /** Of answers to commands, and of any request after them. */
    static final String HEADER = "Foyer-Position";

    static final String EXAMPLE = "cGluLmV2ZW50cy0wQDQy";

    private static final int LONGEST = 2_000;
    private static final int RETRY_SECONDS = 1;

    @Inject
    RoutingContext routing;

    @Inject
    ReadModel index;

    @Inject
    ApiConfig config;

    private boolean reached;

    /** Says where the command's events lie; of several commands of one request, all of theirs. */
    void tell(List<Position> positions) {
        List<Position> shown =
                positions.stream().filter(one -> ReadModel.reads(one.topic())).toList();
        if (shown.isEmpty()) {
            return;
        }
        String before = routing.response().headers().get(HEADER);
        String all = Position.format(shown)
                + (before == null ? "" : "," + decoded(before).orElseThrow());
        routing.response()
                .putHeader(HEADER, Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(UTF_8)));
    }

    /**
     * Waits, once for a request, until the view shows what it is to be behind; does nothing when the request says nothing of it.
     *
     * @throws dev.foyer.base.Problem.ProblemException 400 when it is none of ours; 503 when it does not show in time
     */
    void reach() {
        String asked = routing.request().getHeader(HEADER);
        if (reached || asked == null || asked.isEmpty()) {
            return;
        }
        List<Position> positions = parse(asked)
                .orElseThrow(() -> Problems.badParameter(HEADER, "is what an answer said in this header.")
                        .exception());
        if (!index.passed(positions, config.viewDeadline())) {
            throw Problems.viewBehind(RETRY_SECONDS).exception();
        }
        reached = true;
    }

    private static Optional<List<Position>> parse(String text) {
        try {
            return decoded(text).map(Position::parse);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
