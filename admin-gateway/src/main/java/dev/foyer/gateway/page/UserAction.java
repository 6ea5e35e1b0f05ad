package dev.foyer.gateway.page;

import dev.foyer.gateway.index.UserEntry;
import java.util.List;
import java.util.stream.Stream;

/**
 * The question before something is done with a user.
 *
 * @param admin whether the account is an administrator's, who may hold a mail and name an address
 * @param key a fresh one: sending the same form twice is one request
 * @param mail what comes of its mail when nobody says anything about it
 * @param numbers of the tenant, to choose from
 * @param why what is asked about the reason
 * @param form what it says: what is refused keeps all of it, since a second press must not mean anything else
 * @param refusal why it was refused, or {@code null}
 */
record UserAction(
        UserEntry user,
        UserAsk ask,
        Offer offer,
        boolean admin,
        String key,
        Mail mail,
        List<ServiceNumber> numbers,
        Why why,
        UserForm form,
        String refusal) {

    /**
     * A mail that is not made yet.
     *
     * @param to {@code null}: nowhere
     * @param automatic whether mails of its kind are sent by themselves (rule D1)
     * @param link whether it has a link that shows the PIN once, instead of the PIN
     */
    public record Mail(String to, boolean automatic, boolean link) {

        public boolean goes() {
            return automatic && to != null;
        }
    }

    /** A number that callers can dial. */
    public record ServiceNumber(String number, String city, boolean tollFree) {}

    /** @param typed all of it as it was sent; @param reason as it was typed, or {@code null} */
    UserAction refused(String said, UserForm typed, String reason) {
        return new UserAction(user, ask, offer, admin, key, mail, numbers, why.typed(reason), typed, said);
    }

    /** Whether the mail is to go so; whom only one way is offered, that one. @param choice a word of {@link MailChoice} */
    public boolean goes(String choice) {
        MailChoice said = form.mailChoice();
        boolean offered = admin && (said != MailChoice.HOLD || offer.makesPin());
        return (offered ? said : MailChoice.AUTOMATIC).name().equals(choice);
    }

    /** What can be dialled, the one that holds and the chosen one too when the tenant has them no more. */
    public List<ServiceNumber> choices(boolean tollFree, String present, String chosen) {
        Stream<ServiceNumber> offered = numbers.stream().filter(one -> one.tollFree() == tollFree);
        Stream<ServiceNumber> others = Stream.of(present, chosen)
                .filter(one -> one != null && !one.isBlank())
                .distinct()
                .filter(one -> numbers.stream()
                        .noneMatch(known ->
                                known.tollFree() == tollFree && known.number().equals(one)))
                .map(one -> new ServiceNumber(one, "", tollFree));
        return Stream.concat(others, offered).toList();
    }
}
