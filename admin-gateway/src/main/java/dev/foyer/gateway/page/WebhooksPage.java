package dev.foyer.gateway.page;

import dev.foyer.base.Problem.ProblemException;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.Bodies;
import dev.foyer.gateway.api.DeliveryAnswer;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.api.WebhookAnswer;
import dev.foyer.gateway.api.WebhooksResource;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;

/** Where a tenant's systems are told what happens: add, test, see what became of it. The resource of the API decides. */
@Path("/admin/settings/webhooks")
@RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class WebhooksPage implements SaysProblems {

    private static final String LAST = "15";

    /** What a test is called. */
    private static final String TEST = "foyer.test";

    @Inject
    ApiRequest request;

    @Inject
    WebhooksResource webhooks;

    @Inject
    Shell shell;

    @Inject
    Words words;

    /** Set when htmx wants a part of the page. */
    @RestHeader("HX-Request")
    String part;

    @GET
    @Operation(hidden = true)
    public TemplateInstance all() {
        return Templates.webhooks(list(), null);
    }

    @GET
    @Path("/{webhookId}")
    @Operation(hidden = true)
    public TemplateInstance one(String webhookId) {
        return show(pane(webhooks.get(webhookId), null, null, null));
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance add(
            @RestForm String key, @RestForm String url, @RestForm List<String> types, @RestForm String description) {
        HookForm form = new HookForm(url, types, description);
        request.useKey(key);
        try {
            WebhookAnswer made = webhooks.add(new Bodies.Webhook(
                    form.url(), form.types(), form.description().isEmpty() ? null : form.description()));
            return Templates.webhooks(list(), withSecret(made));
        } catch (ProblemException e) {
            // What may have been done all the same is not done twice by pressing again.
            String next = e.problem().status() >= 500 && key != null ? key : fresh();
            return Templates.webhooks(list(next, form, Said.of(e.problem(), words.of(ShellMessages.class))), null);
        }
    }

    @POST
    @Path("/{webhookId}/test")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance test(String webhookId) {
        return act(webhookId, () -> webhooks.test(webhookId), say().webhookTested());
    }

    @POST
    @Path("/{webhookId}/pause")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance pause(String webhookId, @RestForm boolean paused) {
        return act(
                webhookId,
                () -> webhooks.patch(webhookId, new Bodies.WebhookPatch(null, null, null, paused)),
                say().saved());
    }

    @POST
    @Path("/{webhookId}/rotate")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance rotate(String webhookId, @RestForm String key) {
        request.useKey(key);
        try {
            return show(withSecret(webhooks.rotate(webhookId)));
        } catch (ProblemException e) {
            return show(pane(webhooks.get(webhookId), null, null, Said.of(e.problem(), words.of(ShellMessages.class))));
        }
    }

    @POST
    @Path("/{webhookId}/deliveries/{deliveryId}/again")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance again(String webhookId, String deliveryId) {
        return act(webhookId, () -> webhooks.redeliver(webhookId, deliveryId), say().webhookAgainDone());
    }

    @POST
    @Path("/{webhookId}/remove")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response remove(String webhookId) {
        webhooks.remove(webhookId);
        return Response.seeOther(java.net.URI.create("/admin/settings/webhooks"))
                .build();
    }

    private TemplateInstance act(String webhookId, Supplier<?> action, String said) {
        try {
            action.get();
            return show(pane(webhooks.get(webhookId), null, said, null));
        } catch (ProblemException e) {
            return show(pane(webhooks.get(webhookId), null, null, Said.of(e.problem(), words.of(ShellMessages.class))));
        }
    }

    private TemplateInstance show(HookPane pane) {
        return part == null ? Templates.webhooks(list(), pane) : Templates.webhookPane(pane);
    }

    /** The second time nobody has the secret any more. */
    private HookPane withSecret(WebhookAnswer made) {
        return pane(made, made.secret(), made.secret() == null ? say().webhookShownBefore() : null, null);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private HookPane pane(WebhookAnswer hook, String secret, String said, String refusal) {
        Glossary events = Glossary.of("events", shell.language());
        return new HookPane(
                hook,
                fresh(),
                webhooks.deliveries(hook.id(), null, null, LAST, null).items().stream()
                        .map(one -> told(one, events))
                        .toList(),
                hook.types().stream().map(type -> label(type, events)).toList(),
                request.is(Roles.ADMIN),
                secret,
                said,
                refusal);
    }

    private HookPane.Told told(DeliveryAnswer one, Glossary events) {
        String title = one.type().equals(TEST) ? say().webhookTestTitle() : label(one.type(), events);
        String why = one.reason() == null
                ? null
                : HookReason.of(one.reason()).map(say()::hookReason).orElse(one.reason());
        return new HookPane.Told(one, title, why);
    }

    private static String label(String type, Glossary events) {
        String name = type.replaceFirst("^foyer\\.", "").replaceFirst("\\.v\\d+$", "");
        return events.word(name, type);
    }

    private HookList list() {
        return list(fresh(), HookForm.EMPTY, null);
    }

    private HookList list(String key, HookForm form, String refusal) {
        Glossary events = Glossary.of("events", shell.language());
        return new HookList(
                webhooks.list().items(),
                key,
                request.is(Roles.ADMIN),
                Stream.of(HookService.values())
                        .map(service -> new HookList.Group(
                                service,
                                events.keys().stream()
                                        .filter(event -> event.startsWith(service.prefix()))
                                        .map(event -> new HookList.Type("foyer." + event + ".v1", events.word(event)))
                                        .toList()))
                        .toList(),
                form,
                refusal);
    }

    private PrefsMessages say() {
        return words.of(PrefsMessages.class);
    }
}
