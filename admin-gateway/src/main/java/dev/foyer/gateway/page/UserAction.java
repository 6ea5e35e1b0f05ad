package dev.foyer.gateway.page;

import dev.foyer.gateway.index.UserEntry;
import java.util.List;
import java.util.stream.Stream;

/**
 * The question before something is done with a user.
 *
 * @param admin whether the account is an administrator's, who may hold a mail and name an address
 * @param key a fresh one: sending the same form twice is one request
 * @param mailTo where a mail would go by itself; {@code null}: nowhere
 * @param automatic whether automatic mail is on
 * @param numbers of the tenant, to choose from
 * @param why what is asked about the reason
 * @param refusal why it was refused, or {@code null}
 */
record UserAction(
        UserEntry user,
        UserAsk ask,
        Offer offer,
        boolean admin,
        String key,
        String mailTo,
        boolean automatic,
        List<ServiceNumber> numbers,
        Why why,
        String refusal) {

    /** A number that callers can dial. */
    public record ServiceNumber(String number, String city, boolean tollFree) {}

    /** @param reason as it was typed, which nobody should type again; or {@code null} */
    UserAction refused(String said, String reason) {
        return new UserAction(user, ask, offer, admin, key, mailTo, automatic, numbers, why.typed(reason), said);
    }

    /** The number that holds, also when the tenant has it no more. */
    public List<ServiceNumber> choices(boolean tollFree, String present) {
        List<ServiceNumber> offered =
                numbers.stream().filter(one -> one.tollFree() == tollFree).toList();
        boolean there =
                present == null || offered.stream().anyMatch(one -> one.number().equals(present));
        return there
                ? offered
                : Stream.concat(Stream.of(new ServiceNumber(present, "", tollFree)), offered.stream())
                        .toList();
    }
}
