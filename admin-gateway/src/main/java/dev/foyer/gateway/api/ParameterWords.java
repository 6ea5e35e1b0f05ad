package dev.foyer.gateway.api;

import dev.foyer.gateway.export.Separator;
import dev.foyer.gateway.index.CampaignEntry;
import dev.foyer.gateway.index.DeadLetterEntry;
import dev.foyer.gateway.index.MeetingEntry;
import dev.foyer.gateway.index.UserQuery;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * What parameters mean, by name where it is the same everywhere, else by operation and name; what a resource says itself goes
 * first.
 */
final class ParameterWords {

    /** @param form what is said of its schema beyond that it is a text */
    private record Word(String description, Object example, Consumer<Schema> form) {

        Word(String description, Object example) {
            this(description, example, _ -> {});
        }

        /** @param values all that it may be */
        Word(String description, Object example, List<Object> values) {
            this(description, example, schema -> schema.setEnumeration(values));
        }

        static Word time(String description, String example) {
            return new Word(description, example, schema -> schema.setFormat("date-time"));
        }

        static Word flag(String description) {
            return new Word(description, true, schema -> schema.setType(List.of(Schema.SchemaType.BOOLEAN)));
        }

        /** From 1 to so many. What it is when it is absent stands in the words: a default is sent by some clients, also where it is refused. */
        static Word number(String description, int most, int example) {
            return new Word(
                    description,
                    example,
                    schema -> schema.type(List.of(Schema.SchemaType.INTEGER))
                            .format("int32")
                            .minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(most)));
        }

        static <E extends Enum<E>> Word oneOf(Class<E> type, String description) {
            List<Object> names = Arrays.stream(type.getEnumConstants())
                    .map(one -> (Object) one.name())
                    .toList();
            return new Word(description, names.getFirst(), names);
        }

        /** Understood in any case. */
        static <E extends Enum<E>> Word lower(Class<E> type, String description) {
            List<Object> names = Arrays.stream(type.getEnumConstants())
                    .map(one -> (Object) one.name().toLowerCase(Locale.ROOT))
                    .toList();
            return new Word(description, names.getFirst(), names);
        }
    }

    private static final String POSITION = "3Fq0sYxkT1aE7mZbQ2c9Lw.2s.1x.7.0.4.b";

    private static final List<Object> SORTS = List.copyOf(UserSort.words());

    private static final Map<String, Word> WORDS = Map.ofEntries(
            Map.entry("user", new Word("A userId or a userPrincipalName, in any case", "amos.marble@contoso.com")),
            Map.entry(
                    "id",
                    new Word("The id of the mail, as the ledger says it", "6d1f6b0e-9c0f-4a3b-8a55-0d3f2f9b1c11")),
            Map.entry(
                    "conferenceId",
                    new Word("7 digits of a user's own conference, 9 of a scheduled meeting", "4711007")),
            Map.entry("callId", new Word("The call leg, as the bridge calls it", "leg-17")),
            Map.entry("participantId", new Word("Who joined, as the client app calls them", "p-1")),
            Map.entry("source", new Word("The source of the guesses, as the list of scans says it", "withheld.bridge")),
            Map.entry(
                    "campaignId",
                    new Word("The id of the campaign, as the list says it", "5a0d6f0e-3f5c-3b0c-9f0b-2f6f3c1f7a11")),
            Map.entry(
                    "campaignsBegin.action",
                    Word.oneOf(CampaignAction.class, "Of text/csv: what is done to each user")),
            Map.entry(
                    "campaignsBegin.perSecond",
                    Word.number(
                            "Of text/csv: so many users in each second, at most; 20 when absent",
                            CampaignBeginning.FASTEST,
                            CampaignBeginning.USUAL_PACE)),
            Map.entry("campaignsBegin.dryRun", Word.flag("Of text/csv: says what would be done, and does nothing")),
            Map.entry("campaignsList.state", Word.oneOf(CampaignEntry.State.class, "Campaigns in this state")),
            Map.entry("tokenId", new Word("The id of the token, as the list says it", "9f86d081884c7d65")),
            Map.entry("webhookId", new Word("The id of the webhook, as the list says it", "wh-17")),
            Map.entry(
                    "deliveryId", new Word("The id of the delivery, which is the webhook-id of its requests", "d-17")),
            Map.entry(
                    "letterId",
                    new Word("The id of the dead letter, as the list says it", "9f86d081884c7d659a2feaa0c55ad015")),
            Map.entry("reason", new Word("Words of the reason, or their beginnings", "no such user")),
            Map.entry(
                    "origin",
                    new Word(
                            "Where the record was read: a beginning of topic/partition/offset",
                            "in.contoso.com.bridge")),
            Map.entry("deadLettersList.state", Word.oneOf(DeadLetterEntry.State.class, "Letters in this state")),
            Map.entry("actor", new Word("The account that did it, as the events say it", "admin")),
            Map.entry("type", new Word("The type of event, without service and version", "PinReset")),
            Map.entry("lang", new Word("BCP 47", "it")),
            Map.entry("start", Word.time("Of a calendar file (RFC 3339)", "2026-11-27T09:00:00Z")),
            Map.entry("sort", new Word("By what, with a minus the other way round", "displayName", SORTS)),
            Map.entry(
                    "facets",
                    Word.lower(
                            UsersAnswer.Facet.class,
                            "Also counts those whom q finds by this, whatever state asks for; absent: does not")),
            Map.entry("state", Word.lower(UserQuery.State.class, "Users in this state")),
            Map.entry("asOf", new Word("A time (RFC 3339), or the id of an event", "2026-11-27T08:30:00Z")),
            Map.entry("separator", Word.lower(Separator.class, "Of the cells of a CSV file; of others 400")),
            Map.entry("tenant", new Word("The name of the tenant", "northwind.com")),
            Map.entry("q", new Word("What names, addresses, numbers or ids begin with", "amos")),
            Map.entry(
                    "limit",
                    Word.number("How many at most; " + Params.USUAL + " when absent", Params.MOST, Params.USUAL)),
            Map.entry("cursor", new Word("next of the answer before, with the same question", "AAAAAGcB")),
            Map.entry(
                    "Last-Event-ID", new Word("The id of the last event that arrived; absent: from now on", POSITION)),
            Map.entry("after", new Word("As Last-Event-ID, for who cannot send that header", POSITION)),
            Map.entry("from", Word.time("A time (RFC 3339); from then on, that included", "2026-11-27T00:00:00Z")),
            Map.entry("to", Word.time("A time (RFC 3339); until then, that not included", "2026-11-28T00:00:00Z")),
            Map.entry(
                    "organizer", new Word("Of this user: a userId or a userPrincipalName", "amos.marble@contoso.com")),
            Map.entry("webhooksDeliveries.status", Word.oneOf(DeliveryAnswer.Status.class, "Deliveries in this state")),
            Map.entry("webhooksDeliveries.type", new Word("Of events of this type", "foyer.meeting.MeetingStarted.v1")),
            Map.entry("notificationsList.status", Word.oneOf(NotificationStatus.class, "Mails in this state")),
            Map.entry("notificationsList.kind", Word.oneOf(NotificationKind.class, "Mails of this kind")),
            Map.entry("notificationsPreview.kind", Word.oneOf(NotificationKind.class, "Which mail")),
            Map.entry("meetingsList.phase", Word.oneOf(MeetingEntry.Phase.class, "Meetings in this phase")));

    private ParameterWords() {}

    static void describe(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(each -> describe(operation.getOperationId(), each));
        }
    }

    private static void describe(String operation, Parameter parameter) {
        Word word = WORDS.getOrDefault(operation + "." + parameter.getName(), WORDS.get(parameter.getName()));
        if (word == null) {
            return;
        }
        if (parameter.getDescription() == null) {
            parameter.setDescription(word.description());
        }
        if (parameter.getExample() == null && word.example() != null) {
            parameter.setExample(word.example());
        }
        if (parameter.getSchema() != null) {
            word.form().accept(parameter.getSchema());
        }
    }
}
