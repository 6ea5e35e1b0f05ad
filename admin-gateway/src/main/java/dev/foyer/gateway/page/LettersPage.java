package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import dev.foyer.base.Problem.ProblemException;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.Bodies;
import dev.foyer.gateway.api.DeadLetterAnswer;
import dev.foyer.gateway.api.DeadLettersResource;
import dev.foyer.gateway.api.ListAnswer;
import dev.foyer.gateway.api.Params;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.index.DeadLetterEntry;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Records that a service could not use: look at them, have them handled again, one or all that match, or settle them. */
@Path("/admin/dead-letters")
@RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class LettersPage implements SaysProblems {

    private static final int SHOWN = 50;

    @Inject
    ApiRequest request;

    @Inject
    DeadLettersResource letters;

    @Inject
    Words words;

    /** Set when htmx wants a part of the page. */
    @RestHeader("HX-Request")
    String part;

    @RestQuery
    String view;

    @RestQuery
    String origin;

    @RestQuery
    String reason;

    @RestQuery
    String cursor;

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        return part == null ? Templates.letters(found(), null, null) : Templates.letterList(found());
    }

    /** After a sign-in, or with another language: what was asked about several is no page. */
    @GET
    @Path("/replay")
    @Operation(hidden = true)
    public TemplateInstance afterReplay() {
        return list();
    }

    @GET
    @Path("/{letterId}")
    @Operation(hidden = true)
    public TemplateInstance one(String letterId) {
        return show(pane(letterId));
    }

    /** @param why as it was typed, where the tenant asks */
    @POST
    @Path("/{letterId}/replay")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance replay(String letterId, @RestForm String key, @RestForm("reason") String why) {
        return act(letterId, key, why, LetterPane.Done.ASKED, () -> letters.replay(letterId, new Bodies.Replay(null)));
    }

    @POST
    @Path("/{letterId}/discard")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance discard(String letterId, @RestForm String key, @RestForm("reason") String why) {
        if (why == null || why.isBlank()) {
            return show(pane(letterId).refused(say().whyMissing(), null));
        }
        return act(
                letterId,
                key,
                why,
                LetterPane.Done.DISCARDED,
                () -> letters.discard(letterId, new Bodies.Discard(null)));
    }

    /** Shows first what would come of it; what is confirmed is sent once more. */
    @POST
    @Path("/replay")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance replayAll(@RestForm boolean sure, @RestForm String key, @RestForm("reason") String why) {
        if (!sure) {
            return show(replay(true));
        }
        request.useKey(key);
        request.useReason(why);
        try {
            return show(replay(false));
        } catch (ProblemException e) {
            return show(replay(true).refused(Said.of(e.problem(), words.of(ShellMessages.class)), why));
        }
    }

    private LetterReplay replay(boolean dryRun) {
        LetterSearch search = search();
        var filter = new Bodies.LetterFilter(
                search.reason(),
                search.origin() == null
                        ? null
                        : search.origin().topic(request.account().tenant()));
        return new LetterReplay(
                letters.replayAll(new Bodies.ReplayAll(filter, dryRun, null)), search, fresh(), why(), null);
    }

    private TemplateInstance act(String letterId, String key, String why, LetterPane.Done done, Runnable action) {
        request.useKey(key);
        request.useReason(why);
        try {
            action.run();
            return show(pane(letterId).after(done));
        } catch (ProblemException e) {
            return show(pane(letterId).refused(Said.of(e.problem(), words.of(ShellMessages.class)), why));
        }
    }

    private TemplateInstance show(LetterReplay replay) {
        return part == null ? Templates.letters(found(), null, replay) : Templates.letterReplay(replay);
    }

    private TemplateInstance show(LetterPane pane) {
        return part == null ? Templates.letters(found(), pane, null) : Templates.letterPane(pane);
    }

    private LetterSearch search() {
        return new LetterSearch(
                Params.oneOf("view", view, LetterSearch.View.class),
                origin == null ? null : LetterOrigin.named(origin).orElse(null),
                reason,
                cursor == null || cursor.isEmpty() ? null : cursor);
    }

    private LetterList found() {
        LetterSearch search = search();
        String tenant = request.account().tenant();
        CallerMask callers = request.callers();
        return new LetterList(
                ListAnswer.of(
                        request.view().deadLetters(search.query(tenant), true, SHOWN, search.cursor()),
                        letter -> DeadLetterAnswer.of(letter, callers)),
                search,
                request.view()
                        .deadLetters(new LetterSearch(null, null, null, null).query(tenant), true, 1, null)
                        .total(),
                request.is(Roles.ADMIN));
    }

    private LetterPane pane(String letterId) {
        DeadLetterEntry letter = request.view()
                .deadLetter(letterId)
                .orElseThrow(() -> Problem.of(
                                404,
                                "dead-letter-not-found",
                                "No such dead letter",
                                "Your tenant has no dead letter of this id; after 30 days they are gone.")
                        .exception());
        return new LetterPane(
                DeadLetterAnswer.of(letter, request.callers()),
                search(),
                request.is(Roles.ADMIN),
                fresh(),
                why(),
                null,
                null);
    }

    private Why why() {
        return Why.by(request.view().settings());
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private LettersMessages say() {
        return words.of(LettersMessages.class);
    }
}
