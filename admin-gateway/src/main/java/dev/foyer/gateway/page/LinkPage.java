package dev.foyer.gateway.page;

import dev.foyer.base.LinkToken;
import dev.foyer.base.Problem;
import dev.foyer.base.Problem.ProblemException;
import dev.foyer.base.Roles;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.api.CorrelationFilter;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.NotificationServiceClient;
import dev.foyer.gateway.clients.NotificationServiceClient.LinkSeen;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.SourceEntry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What a view-once link leads to (D7): no account is asked for, the address is all that counts. Looking changes nothing, because
 * programs look at what is in mails; the PIN is in the answer to the one press of the button. What goes on from here is the hash of
 * the token, in the name of nobody.
 */
@Path("/pin/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class LinkPage {

    private static final Account NOBODY = new Account(Roles.ANONYMOUS, SourceEntry.NO_TENANT, Set.of(), null);

    private static final int DEAD = 404;
    private static final int USED = 410;
    private static final int TOO_MANY = 429;
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

    @Inject
    RemoteService<NotificationServiceClient> notificationService;

    @Inject
    LinkSheets sheets;

    @Inject
    LinkGuesses guesses;

    @Inject
    RoutingContext request;

    @GET
    @Operation(hidden = true)
    public Response look(String token) {
        return unlessGuessed(token, this::look);
    }

    @POST
    @Operation(hidden = true)
    public Response show(String token) {
        return unlessGuessed(token, this::show);
    }

    /** While a source has to wait it learns of no link whether there is one. */
    private Response unlessGuessed(String token, Function<LinkToken, Response> answer) {
        String source = LinkGuesses.sourceOf(request.request());
        Optional<Duration> wait = guesses.waitOf(source);
        if (wait.isPresent()) {
            return tooMany(wait.get());
        }
        Response answered = LinkToken.of(token).map(answer).orElseGet(this::dead);
        if (answered.getStatus() == DEAD) {
            guesses.missed(source);
        }
        return answered;
    }

    private Response look(LinkToken token) {
        try {
            return seen(ask(token));
        } catch (ProblemException e) {
            return instead(e.problem());
        }
    }

    /** What is said around the PIN is asked for first: afterwards nothing may be missing. */
    private Response show(LinkToken token) {
        try {
            LinkSeen link = ask(token);
            return link.openedAt() == null ? shown(token, link) : seen(link);
        } catch (ProblemException e) {
            return e.problem().status() == USED ? look(token) : instead(e.problem());
        }
    }

    private Response shown(LinkToken token, LinkSeen link) {
        String pin = notificationService
                .call(asNobody(), (service, command) -> service.openLink(command, token.hash()))
                .body()
                .pin();
        return answer(200, sheets.shown(link.language(), pin));
    }

    private LinkSeen ask(LinkToken token) {
        return notificationService
                .call(asNobody(), (service, command) -> service.lookAtLink(command, token.hash()))
                .body();
    }

    private Response seen(LinkSeen link) {
        return link.openedAt() == null
                ? answer(200, sheets.ready(link.language(), link.organization()))
                : answer(USED, sheets.used(link.language(), link.openedAt()));
    }

    /** One answer for whatever shows nothing: who guesses learns nothing. */
    private Response dead() {
        return answer(DEAD, sheets.dead(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private Response instead(Problem problem) {
        if (problem.status() == DEAD) {
            return dead();
        }
        Response.ResponseBuilder later =
                build(problem.status(), sheets.later(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        problem.headers().forEach(later::header);
        return later.build();
    }

    private Response tooMany(Duration wait) {
        return build(TOO_MANY, sheets.later(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
                .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                .build();
    }

    private static Response answer(int status, LinkSheet sheet) {
        return build(status, sheet).build();
    }

    /** Rendered here: what fails later could be logged with what it was about. */
    private static Response.ResponseBuilder build(int status, LinkSheet sheet) {
        return Response.status(status)
                .type(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, sheet.language())
                .entity(Templates.link(sheet).render());
    }

    private CommandContext asNobody() {
        return new CommandContext(
                NOBODY, Roles.ANONYMOUS, UUID.randomUUID().toString(), CorrelationFilter.idOf(request));
    }
}
