package dev.foyer.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.gateway.export.Column;
import dev.foyer.gateway.index.Change;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of lists as CSV. Names and their order stay between versions; new ones come last. */
final class Tables {

    static final List<Column<HistoryAnswer>> EVENTS = List.of(
            new Column<>("at", HistoryAnswer::at),
            new Column<>("type", HistoryAnswer::type),
            new Column<>("user", HistoryAnswer::user),
            new Column<>("actor", HistoryAnswer::actor),
            new Column<>("actorName", HistoryAnswer::actorName),
            new Column<>("role", HistoryAnswer::role),
            new Column<>(
                    "changes",
                    event -> event.changes().stream().map(Tables::words).collect(Collectors.joining("; "))),
            new Column<>("id", HistoryAnswer::id),
            new Column<>("commandId", HistoryAnswer::commandId),
            new Column<>("correlationId", HistoryAnswer::correlationId),
            new Column<>("data", HistoryAnswer::data),
            new Column<>("reason", HistoryAnswer::reason));

    static final List<Column<UserAnswer>> USERS = List.of(
            new Column<>("userId", UserAnswer::userId),
            new Column<>("userPrincipalName", UserAnswer::userPrincipalName),
            new Column<>("displayName", UserAnswer::displayName),
            new Column<>("primarySmtpAddress", UserAnswer::primarySmtpAddress),
            new Column<>("preferredLanguage", UserAnswer::preferredLanguage),
            new Column<>("phoneNumbers", UserAnswer::phoneNumbers),
            new Column<>("enabled", user -> user.conferencing().enabled()),
            enabled("conferenceId", UserAnswer.Enabled::conferenceId),
            enabled("serviceNumber", UserAnswer.Enabled::serviceNumber),
            enabled("tollFreeServiceNumber", UserAnswer.Enabled::tollFreeServiceNumber),
            enabled("allowPstnOnlyMeetings", UserAnswer.Enabled::allowPstnOnlyMeetings),
            enabled("pinSetAt", UserAnswer.Enabled::pinSetAt),
            enabled("pinSetBy", UserAnswer.Enabled::pinSetBy),
            enabled("locked", is -> is.lock() != null),
            enabled("lockedUntil", is -> is.lock() == null ? null : is.lock().until()),
            enabled("failedAttempts", UserAnswer.Enabled::failedAttempts));

    static final List<Column<NotificationAnswer>> NOTIFICATIONS = List.of(
            new Column<>("id", NotificationAnswer::id),
            new Column<>("kind", NotificationAnswer::kind),
            new Column<>("user", NotificationAnswer::user),
            new Column<>("to", NotificationAnswer::to),
            new Column<>("status", NotificationAnswer::status),
            new Column<>("attempts", NotificationAnswer::attempts),
            new Column<>("reason", NotificationAnswer::reason),
            new Column<>("createdAt", NotificationAnswer::createdAt),
            new Column<>("expiresAt", NotificationAnswer::expiresAt),
            new Column<>("revealedAt", NotificationAnswer::revealedAt),
            new Column<>("openedAt", NotificationAnswer::openedAt),
            new Column<>("explanation", NotificationAnswer::explanation),
            new Column<>("pinReplacedAt", NotificationAnswer::pinReplacedAt));

    static final List<Column<ScimTokenAnswer>> SCIM_TOKENS = List.of(
            new Column<>("id", ScimTokenAnswer::id),
            new Column<>("name", ScimTokenAnswer::name),
            new Column<>("createdAt", ScimTokenAnswer::createdAt),
            new Column<>("createdBy", ScimTokenAnswer::createdBy),
            new Column<>("expiresAt", ScimTokenAnswer::expiresAt),
            new Column<>("lastUsedOn", ScimTokenAnswer::lastUsedOn));

    static final List<Column<MeetingAnswer>> MEETINGS = List.of(
            new Column<>("conferenceId", MeetingAnswer::conferenceId),
            new Column<>("organizer", MeetingAnswer::organizer),
            new Column<>("subject", MeetingAnswer::subject),
            new Column<>("personal", MeetingAnswer::personal),
            new Column<>("startWithoutPin", MeetingAnswer::startWithoutPin),
            new Column<>("phase", MeetingAnswer::phase),
            new Column<>("startedBy", MeetingAnswer::startedBy),
            new Column<>("startedAt", MeetingAnswer::startedAt),
            new Column<>("endedAt", MeetingAnswer::endedAt),
            new Column<>("waiting", meeting -> meeting.counts().waiting()),
            new Column<>("admitted", meeting -> meeting.counts().admitted()),
            new Column<>("left", meeting -> meeting.counts().left()));

    static final List<Column<DeadLetterAnswer>> DEAD_LETTERS = List.of(
            new Column<>("id", DeadLetterAnswer::id),
            new Column<>("tenant", DeadLetterAnswer::tenant),
            new Column<>("service", DeadLetterAnswer::service),
            new Column<>("state", DeadLetterAnswer::state),
            new Column<>("reason", DeadLetterAnswer::reason),
            new Column<>("topic", letter -> letter.origin().topic()),
            new Column<>("partition", letter -> letter.origin().partition()),
            new Column<>("offset", letter -> letter.origin().offset()),
            new Column<>("writtenAt", letter -> letter.origin().writtenAt()),
            new Column<>("at", DeadLetterAnswer::at),
            new Column<>("replayable", DeadLetterAnswer::replayable),
            content("key", DeadLetterAnswer.Content::key),
            content("type", DeadLetterAnswer.Content::type),
            content("value", DeadLetterAnswer.Content::value),
            outcome("outcomeWhy", DeadLetterAnswer.Outcome::why),
            outcome("outcomeReason", DeadLetterAnswer.Outcome::reason),
            outcome("outcomeBy", DeadLetterAnswer.Outcome::by),
            outcome("outcomeAt", DeadLetterAnswer.Outcome::at));

    static final List<Column<ScanAnswer>> SCANS = List.of(
            new Column<>("source", ScanAnswer::source),
            new Column<>("kind", ScanAnswer::kind),
            new Column<>("account", ScanAnswer::account),
            new Column<>("caller", ScanAnswer::caller),
            new Column<>("unknownConferenceIds", ScanAnswer::unknownConferenceIds),
            new Column<>("conferenceIdsRefusedUntil", ScanAnswer::conferenceIdsRefusedUntil),
            new Column<>("organizersGuessedAt", ScanAnswer::organizersGuessedAt),
            new Column<>("pinsRefusedUntil", ScanAnswer::pinsRefusedUntil),
            new Column<>("since", ScanAnswer::since),
            new Column<>("at", ScanAnswer::at));

    static final List<Column<WebhookAnswer>> WEBHOOKS = List.of(
            new Column<>("id", WebhookAnswer::id),
            new Column<>("url", WebhookAnswer::url),
            new Column<>("types", WebhookAnswer::types),
            new Column<>("description", WebhookAnswer::description),
            new Column<>("status", WebhookAnswer::status),
            new Column<>("disabledFor", WebhookAnswer::disabledFor),
            new Column<>("addedAt", WebhookAnswer::addedAt),
            new Column<>("failingSince", WebhookAnswer::failingSince),
            new Column<>("previousSecretUntil", WebhookAnswer::previousSecretUntil));

    static final List<Column<DeliveryAnswer>> DELIVERIES = List.of(
            new Column<>("id", DeliveryAnswer::id),
            new Column<>("type", DeliveryAnswer::type),
            new Column<>("status", DeliveryAnswer::status),
            new Column<>("attempts", DeliveryAnswer::attempts),
            new Column<>("nextAttemptAt", DeliveryAnswer::nextAttemptAt),
            new Column<>("responseStatus", DeliveryAnswer::responseStatus),
            new Column<>("reason", DeliveryAnswer::reason),
            new Column<>("queuedAt", DeliveryAnswer::queuedAt),
            new Column<>("at", DeliveryAnswer::at));

    static final List<Column<CampaignAnswer>> CAMPAIGNS = List.of(
            new Column<>("id", CampaignAnswer::id),
            new Column<>("action", CampaignAnswer::action),
            new Column<>("state", CampaignAnswer::state),
            new Column<>("createdBy", CampaignAnswer::createdBy),
            new Column<>("createdAt", CampaignAnswer::createdAt),
            new Column<>("perSecond", CampaignAnswer::perSecond),
            new Column<>("users", CampaignAnswer::users),
            new Column<>("done", CampaignAnswer::done),
            new Column<>("unchanged", CampaignAnswer::unchanged),
            new Column<>("failed", CampaignAnswer::failed),
            new Column<>("left", CampaignAnswer::left),
            new Column<>("awaiting", CampaignAnswer::awaiting),
            new Column<>("finishedAt", CampaignAnswer::finishedAt));

    static final List<Column<CampaignResults.Row>> CAMPAIGN_RESULT = List.of(
            new Column<>("user", CampaignResults.Row::user),
            new Column<>("userPrincipalName", CampaignResults.Row::userPrincipalName),
            new Column<>("displayName", CampaignResults.Row::displayName),
            new Column<>("outcome", CampaignResults.Row::outcome),
            new Column<>("reason", CampaignResults.Row::reason),
            new Column<>("mail", CampaignResults.Row::mail),
            new Column<>("at", CampaignResults.Row::at));

    private Tables() {}

    private static Column<DeadLetterAnswer> content(String name, Function<DeadLetterAnswer.Content, Object> value) {
        return new Column<>(name, letter -> letter.content() == null ? null : value.apply(letter.content()));
    }

    private static Column<DeadLetterAnswer> outcome(String name, Function<DeadLetterAnswer.Outcome, Object> value) {
        return new Column<>(name, letter -> letter.outcome() == null ? null : value.apply(letter.outcome()));
    }

    private static Column<UserAnswer> enabled(String name, Function<UserAnswer.Enabled, Object> value) {
        return new Column<>(
                name, user -> user.conferencing() instanceof UserAnswer.Enabled is ? value.apply(is) : null);
    }

    private static String words(Change change) {
        return change.name() + ": " + word(change.from()) + " -> " + word(change.to());
    }

    private static String word(JsonNode value) {
        return value == null || value.isNull() ? "nothing" : value.asText(value.toString());
    }
}
