package dev.foyer.gateway.clients;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What the gateway asks of notification-service; its document of the same routes is held against this by a test. Called
 * through {@link RemoteService} only.
 */
@Path("/internal/v1/tenants/{tenant}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "notification-service")
@RegisterProvider(ServiceJson.class)
@RegisterProvider(RefusalMapper.class)
@RegisterProvider(WholeSegments.class)
public interface NotificationServiceClient {

    String MAIL = "/users/{userId}/notifications/{notificationId}";
    String LINK = "/links/{hash}";
    String JOIN_BLOCK = "/join-block";

    @POST
    @Path(MAIL + "/send")
    RestResponse<Void> send(
            @BeanParam CommandParams command,
            @PathParam("userId") String userId,
            @PathParam("notificationId") String notificationId,
            Send body);

    @POST
    @Path(MAIL + "/discard")
    RestResponse<Void> discard(
            @BeanParam CommandParams command,
            @PathParam("userId") String userId,
            @PathParam("notificationId") String notificationId);

    @POST
    @Path(MAIL + "/hand-over")
    RestResponse<Void> handOver(
            @BeanParam CommandParams command,
            @PathParam("userId") String userId,
            @PathParam("notificationId") String notificationId);

    @POST
    @Path(MAIL + "/retry")
    RestResponse<Void> retry(
            @BeanParam CommandParams command,
            @PathParam("userId") String userId,
            @PathParam("notificationId") String notificationId);

    @POST
    @Path(MAIL + "/reveal")
    RestResponse<RevealedPin> reveal(
            @BeanParam CommandParams command,
            @PathParam("userId") String userId,
            @PathParam("notificationId") String notificationId);

    /** @param hash of the token; of which tenant the link is, the service knows */
    @GET
    @Path(LINK)
    RestResponse<LinkSeen> lookAtLink(@BeanParam CommandParams command, @PathParam("hash") String hash);

    @POST
    @Path(LINK + "/open")
    RestResponse<RevealedPin> openLink(@BeanParam CommandParams command, @PathParam("hash") String hash);

    @GET
    @Path(JOIN_BLOCK)
    @Produces(MediaType.TEXT_PLAIN)
    RestResponse<String> joinText(@BeanParam CommandParams command, @BeanParam JoinBlock block);

    @GET
    @Path(JOIN_BLOCK)
    @Produces(MediaType.TEXT_HTML)
    RestResponse<String> joinPage(@BeanParam CommandParams command, @BeanParam JoinBlock block);

    /** @param start RFC 3339, or {@code null}: the next full hour */
    @GET
    @Path(JOIN_BLOCK)
    @Produces("text/calendar")
    RestResponse<String> joinCalendar(
            @BeanParam CommandParams command, @BeanParam JoinBlock block, @QueryParam("start") String start);

    @GET
    @Path("/mail-preview")
    RestResponse<MailPreview> preview(
            @BeanParam CommandParams command,
            @QueryParam("kind") String kind,
            @QueryParam("serviceNumber") String serviceNumber,
            @QueryParam("tollFreeServiceNumber") String tollFreeServiceNumber,
            @QueryParam("lang") String lang);

    /**
     * A mail as it would go out now; never with a PIN.
     *
     * @param replyTo {@code null}: nobody reads answers
     * @param language that it turned out to be in
     */
    record MailPreview(String from, String replyTo, String language, String subject, String text, String html) {}

    /** Of which conference; numbers and language ({@code null}: the tenant's). */
    final class JoinBlock {
        @QueryParam("conferenceId")
        public final String conferenceId;

        @QueryParam("serviceNumber")
        public final String serviceNumber;

        @QueryParam("tollFreeServiceNumber")
        public final String tollFreeServiceNumber;

        @QueryParam("lang")
        public final String lang;

        public JoinBlock(String conferenceId, String serviceNumber, String tollFreeServiceNumber, String lang) {
            this.conferenceId = conferenceId;
            this.serviceNumber = serviceNumber;
            this.tollFreeServiceNumber = tollFreeServiceNumber;
            this.lang = lang;
        }
    }

    /**
     * What a visitor may know of a link.
     *
     * @param state {@code READY} or {@code USED}
     * @param language BCP 47, of the mail
     * @param organization for whom the mail was sent, or {@code null}
     * @param openedAt when it was used, or {@code null}
     */
    record LinkSeen(String state, String language, String organization, Instant openedAt) {}

    /** @param toAddress instead of the user's own; {@code null}: the user's own */
    record Send(String toAddress) {}

    /** The PIN of a held mail, or of a link, in this one answer (rules A4, D7). Prints nothing of it. */
    record RevealedPin(String pin) {
        @Override
        public String toString() {
            return "RevealedPin[]";
        }
    }
}
