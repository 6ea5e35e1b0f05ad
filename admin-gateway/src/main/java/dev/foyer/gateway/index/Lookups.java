package dev.foyer.gateway.index;

import dev.foyer.base.UserName;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;

/** What entries are looked up by, beside their id: the same terms in the index and in {@link RecentEntries}. */
final class Lookups {

    private Lookups() {}

    static List<Term> of(Entry entry) {
        return switch (entry) {
            case UserEntry user ->
                Stream.of(
                                Stream.ofNullable(user.userPrincipalName()).map(Lookups::userName),
                                Stream.ofNullable(user.userPrincipalName()).map(Lookups::named),
                                Stream.of(foldedId(user.userId())),
                                Stream.ofNullable(user.scim().externalId()).map(Lookups::externalId),
                                user.phoneNumbers().stream().map(Lookups::phoneNumber))
                        .flatMap(Function.identity())
                        .toList();
            case MeetingEntry meeting ->
                meeting.participants().stream()
                        .filter(one -> one.kind() == MeetingEntry.ParticipantKind.CALLER)
                        .map(one -> call(one.id()))
                        .toList();
            case NotificationEntry _,
                    SettingsEntry _,
                    AccountEntry _,
                    SourceEntry _,
                    ScanEntry _,
                    CampaignEntry _,
                    DeadLetterEntry _,
                    TenantEntry _,
                    ScimTokenEntry _,
                    HistoryEntry _ -> List.of();
        };
    }

    /** Whether the entry has this term: the same as {@link #of} says, without making all the terms of a large meeting. */
    static boolean has(Entry entry, Term term) {
        return entry instanceof MeetingEntry meeting && term.text().length() < NameAnalyzer.LONGEST_TERM
                ? term.field().equals(Fields.CALL) && meeting.call(term.text()).isPresent()
                : of(entry).contains(term);
    }

    /** All users of this name, in any case: whole, because two long names are two. */
    static Term named(String userPrincipalName) {
        return new Term(Fields.NAMED, NameAnalyzer.whole(UserName.folded(userPrincipalName)));
    }

    /** All users of this id, in any case. */
    static Term foldedId(String userId) {
        return new Term(Fields.FOLDED_ID, NameAnalyzer.whole(UserName.folded(userId)));
    }

    /** A user by name, as people type its beginning. */
    static Term userName(String userPrincipalName) {
        return new Term(Fields.UPN, NameAnalyzer.lower(userPrincipalName));
    }

    /** The users whom the tenant's directory system calls so. */
    static Term externalId(String externalId) {
        return new Term(Fields.EXTERNAL_ID, NameAnalyzer.cut(externalId));
    }

    /** The users who have it. @param number E.164 */
    static Term phoneNumber(String number) {
        return new Term(Fields.PHONE, NameAnalyzer.cut(number));
    }

    /** The meetings that a call leg is or was in. */
    static Term call(String callId) {
        return new Term(Fields.CALL, NameAnalyzer.cut(callId));
    }
}
