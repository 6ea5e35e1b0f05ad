package dev.foyer.gateway.api;

import dev.foyer.gateway.clients.NotificationServiceClient.MailPreview;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mail as it would go out now. Where a PIN would be, there are asterisks.
 *
 * @param from as the mail's header says it
 */
@Schema(name = "MailPreview")
public record MailPreviewAnswer(
        String from,

        @Schema(description = "Absent: nobody reads answers")
        String replyTo,

        @Schema(description = "BCP 47; the nearest that there is")
        String language,

        String subject,
        String text,
        String html) {

    static MailPreviewAnswer of(MailPreview is) {
        return new MailPreviewAnswer(is.from(), is.replyTo(), is.language(), is.subject(), is.text(), is.html());
    }
}
