package dev.foyer.gateway.index;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;

/** What entries are looked up by, beside their id: the same terms in the index and in {@link RecentEntries}. */
final class Lookups {

    private Lookups() {}

    static List<Term> of(Entry entry) {
        return switch (entry) {
            case UserEntry user ->
                Stream.concat(
                                Stream.ofNullable(user.userPrincipalName()).map(Lookups::userName),
                                user.phoneNumbers().stream().map(Lookups::phoneNumber))
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
                    TenantEntry _,
                    HistoryEntry _ -> List.of();
        };
    }

    /** A user by name, in any case. */
    static Term userName(String userPrincipalName) {
        return new Term(Fields.UPN, NameAnalyzer.lower(userPrincipalName));
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
