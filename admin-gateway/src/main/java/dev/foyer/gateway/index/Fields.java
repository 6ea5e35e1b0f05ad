package dev.foyer.gateway.index;

/** Names of the fields of a document. Changing one is a new {@link Store#FORMAT}. */
final class Fields {
    static final String ID = "id";
    static final String KIND = "kind";
    /** Kind and tenant in one term: every question begins with it, and one term is cheaper than the meeting of two. */
    static final String OF = "of";
    /** The entry as JSON; kept as a doc value, because a page of stored fields is unpacked in blocks of many documents. */
    static final String JSON = "json";

    static final String USER = "user";
    /** The name of a user, folded. */
    static final String NAMED = "named";
    /** The id of a user, folded as names are. */
    static final String FOLDED_ID = "folded_id";

    static final String UPN = "upn";
    static final String MAIL = "mail";
    static final String PHONE = "phone";
    /** Of a user in the tenant's directory system. */
    static final String EXTERNAL_ID = "external_id";

    /** Parts of the numbers of a user, in digits. */
    static final String NUMBER = "number";
    /** The id of a user, as it is typed. */
    static final String USER_ID = "user_id";

    static final String WORD = "word";
    static final String CONFERENCE = "conference";
    static final String STATE = "state";
    /** State of a meeting that runs, or in which somebody waits; beside its phase. */
    static final String LIVE = "LIVE";

    static final String MAIL_KIND = "mail_kind";
    /** What happened. */
    static final String EVENT = "event";

    /** Who did it. */
    static final String ACTOR = "actor";

    /** The campaign that an event tells of. */
    static final String CAMPAIGN = "campaign";

    /** When what an event is about began; the fate of a mail is told long after it. */
    static final String BEGAN = "began";

    /** Where a dead letter's record was read: topic, partition and offset, with slashes. */
    static final String ORIGIN = "origin";

    /** By which something was done about it. */
    static final String COMMAND = "command";

    static final String CALL = "call";
    static final String ORGANIZER = "organizer";

    /** Sorted by; also indexed, so that a page that is full skips what sorts behind it. */
    static final String BY_NAME = "by_name";

    /** Of a mail: whose it is, for joining. */
    static final String BY_USER = "by_user";

    static final String BY_UPN = "by_upn";
    static final String BY_TIME = "by_time";
    static final String BY_ID = "by_id";
    static final String BY_SEQUENCE = "by_sequence";

    /** How many who had waited were let in by an event, and how long they had waited together. */
    static final String RELEASED = "released";

    static final String WAITED = "waited";

    private Fields() {}
}
