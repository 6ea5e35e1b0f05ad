package dev.foyer.notification.api;

import dev.foyer.base.Problem;
import dev.foyer.base.Roles;
import dev.foyer.base.text.TextKind;
import dev.foyer.base.text.TextRefused;
import dev.foyer.notification.domain.DialIn;
import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.mail.MailPreviews;
import dev.foyer.notification.mail.MailPreviews.Wanted;
import dev.foyer.service.AllowedRoles;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A mail as it would go out now, before anybody gets one; never with a PIN. */
@Path("/internal/v1/tenants/{tenant}/mail-preview")
@AllowedRoles({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
public class PreviewResource {

    /** Looks like one, and is nobody's: personal IDs do not begin with 0. */
    private static final String CONFERENCE_ID = "0123456";

    @Inject
    MailPreviews previews;

    @RestPath
    String tenant;

    @RestQuery
    @Parameter(required = true, schema = @Schema(implementation = Kind.class))
    String kind;

    @RestQuery
    String serviceNumber;

    @RestQuery
    String tollFreeServiceNumber;

    @RestQuery
    String lang;

    /**
     * @param from as the mail's header says it
     * @param replyTo absent: nobody reads answers
     * @param language BCP 47, that it turned out to be in
     */
    @Schema(name = "MailPreview")
    public record Preview(String from, String replyTo, String language, String subject, String text, String html) {}

    @GET
    public Preview preview() {
        MailPreviews.Preview written = previews.of(new Wanted(
                tenant,
                kind(),
                new DialIn(
                        CONFERENCE_ID,
                        text("serviceNumber", TextKind.PHONE_NUMBER, serviceNumber),
                        text("tollFreeServiceNumber", TextKind.PHONE_NUMBER, tollFreeServiceNumber)),
                text("lang", TextKind.LANGUAGE, lang)));
        return new Preview(
                written.from(),
                written.replyTo(),
                written.language().toLanguageTag(),
                written.subject(),
                written.text(),
                written.html());
    }

    private Kind kind() {
        return Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                400,
                                "parameter-invalid",
                                "A parameter is not valid",
                                "kind is one of "
                                        + Arrays.stream(Kind.values())
                                                .map(Kind::name)
                                                .collect(Collectors.joining(", "))
                                        + ".")
                        .exception());
    }

    private static String text(String name, TextKind kind, String given) {
        try {
            return given == null || given.isEmpty() ? null : kind.of(given);
        } catch (TextRefused e) {
            throw e.problem(name).exception();
        }
    }
}
