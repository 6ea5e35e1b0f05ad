package dev.foyer.gateway.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/** Entries to Lucene documents and back. Thread-safe. */
final class Documents {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final long LAST_SECOND = Long.MAX_VALUE / 1_000_000L - 1;

    private Documents() {}

    static Document write(Entry entry) {
        Kind kind = Kind.of(entry);
        String id = kind.id(entry.tenant(), entry.key());
        Document document = new Document();
        document.add(new StringField(Fields.ID, NameAnalyzer.whole(id), Field.Store.NO));
        term(document, Fields.KIND, kind.name());
        term(document, Fields.OF, kind.of(entry.tenant()));
        document.add(new SortedDocValuesField(Fields.BY_ID, new BytesRef(NameAnalyzer.whole(id))));
        document.add(new BinaryDocValuesField(Fields.JSON, new BytesRef(json(entry))));
        Lookups.of(entry).forEach(one -> document.add(new StringField(one.field(), one.bytes(), Field.Store.NO)));
        switch (entry) {
            case UserEntry user -> user(document, user);
            case NotificationEntry mail -> {
                term(document, Fields.USER, mail.userId());
                if (mail.userId() != null) {
                    document.add(
                            new SortedDocValuesField(Fields.BY_USER, new BytesRef(NameAnalyzer.cut(mail.userId()))));
                }
                term(document, Fields.STATE, mail.status());
                term(document, Fields.MAIL_KIND, mail.kind());
                time(document, mail.createdAt());
            }
            case MeetingEntry meeting -> {
                term(document, Fields.ORGANIZER, meeting.organizerId());
                term(document, Fields.STATE, meeting.phase().name());
                if (meeting.live()) {
                    term(document, Fields.STATE, Fields.LIVE);
                }
                time(document, meeting.changedAt());
            }
            case HistoryEntry event -> {
                term(document, Fields.USER, event.user());
                term(document, Fields.EVENT, event.type());
                term(document, Fields.ACTOR, event.actor());
                term(document, Fields.CAMPAIGN, event.data().path("campaignId").textValue());
                term(document, Fields.ORGANIZER, event.organizer());
                term(
                        document,
                        Fields.CONFERENCE,
                        event.data().path("conferenceId").asText(null));
                if (event.release() != null) {
                    document.add(new NumericDocValuesField(
                            Fields.RELEASED, event.release().callers()));
                    document.add(new NumericDocValuesField(
                            Fields.WAITED, event.release().waitedMillis()));
                }
                document.add(new LongPoint(Fields.BEGAN, micros(event.began())));
                time(document, event.at());
                document.add(new NumericDocValuesField(Fields.BY_SEQUENCE, event.sequence()));
            }
            case ScanEntry scan -> time(document, scan.at());
            case CampaignEntry campaign -> {
                term(document, Fields.STATE, campaign.state().name());
                time(document, campaign.createdAt());
            }
            case DeadLetterEntry letter -> deadLetter(document, letter);
            case ScimTokenEntry token -> time(document, token.at());
            case SettingsEntry _, AccountEntry _, SourceEntry _, TenantEntry _ -> {}
        }
        return document;
    }

    /** @throws UncheckedIOException when what is stored is not this kind of entry: the index is of another version */
    static Entry read(Kind kind, BytesRef json) {
        try {
            return JSON.readValue(json.bytes, json.offset, json.length, kind.type());
        } catch (IOException e) {
            throw new UncheckedIOException("An entry of the index is not readable as " + kind, e);
        }
    }

    private static void user(Document document, UserEntry user) {
        term(document, Fields.USER, user.userId());
        lower(document, Fields.MAIL, user.primarySmtpAddress());
        lower(document, Fields.USER_ID, user.userId());
        NameAnalyzer.parts(user.displayName()).forEach(part -> term(document, Fields.WORD, part));
        NameAnalyzer.parts(user.userPrincipalName()).forEach(part -> term(document, Fields.WORD, part));
        user.phoneNumbers().stream()
                .flatMap(number -> NameAnalyzer.numberParts(number).stream())
                .forEach(part -> term(document, Fields.NUMBER, part));
        sorted(document, Fields.BY_NAME, NameAnalyzer.sortable(user.displayName()));
        sorted(
                document,
                Fields.BY_UPN,
                user.userPrincipalName() == null ? "" : NameAnalyzer.lower(user.userPrincipalName()));
        term(document, Fields.STATE, user.enabled() ? "enabled" : "disabled");
        if (user.locked()) {
            term(document, Fields.STATE, "locked");
        }
        time(document, user.enabled() ? user.conferencing().pinSetAt() : null);
        if (user.enabled()) {
            term(document, Fields.CONFERENCE, user.conferencing().conferenceId());
        }
    }

    private static void deadLetter(Document document, DeadLetterEntry letter) {
        term(document, Fields.STATE, letter.state().name());
        term(document, Fields.ORIGIN, letter.topic() + "/" + letter.partition() + "/" + letter.offset());
        if (letter.letter() != null) {
            NameAnalyzer.of(letter.letter().reason()).forEach(word -> term(document, Fields.WORD, word));
        }
        if (letter.outcome() != null) {
            term(document, Fields.COMMAND, letter.outcome().commandId());
        }
        time(document, letter.at());
    }

    private static void term(Document document, String field, String value) {
        if (value != null) {
            document.add(new StringField(field, NameAnalyzer.cut(value), Field.Store.NO));
        }
    }

    private static void lower(Document document, String field, String value) {
        if (value != null) {
            document.add(new StringField(field, NameAnalyzer.lower(value), Field.Store.NO));
        }
    }

    private static void sorted(Document document, String field, String value) {
        document.add(new SortedDocValuesField(field, new BytesRef(value)));
        document.add(new StringField(field, value, Field.Store.NO));
    }

    private static void time(Document document, Instant at) {
        long value = at == null ? 0 : micros(at);
        document.add(new NumericDocValuesField(Fields.BY_TIME, value));
        document.add(new LongPoint(Fields.BY_TIME, value));
    }

    /** As times are stored. */
    static long micros(Instant at) {
        long seconds = Math.clamp(at.getEpochSecond(), -LAST_SECOND, LAST_SECOND); // nobody's record stops the index
        return seconds * 1_000_000L + at.getNano() / 1_000;
    }

    private static byte[] json(Entry entry) {
        try {
            return JSON.writeValueAsBytes(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON for " + Kind.of(entry), e);
        }
    }
}
