package dev.foyer.notification.mail;

import dev.foyer.notification.domain.DialIn;
import dev.foyer.notification.inbound.MailSettings.About;
import dev.foyer.notification.inbound.MailSettings.ServiceNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that one needs to join by telephone (G1), in a language; never a PIN.
 *
 * @param conferenceId digits
 * @param spoken the same in groups, for reading aloud
 */
record JoinBlock(String conferenceId, String spoken, List<Line> lines) {

    /** The longest group that people say in one breath. */
    private static final int GROUP = 4;

    /**
     * A number to dial.
     *
     * @param place city and country, or {@code null}
     * @param languages that it speaks, or {@code null}
     */
    record Line(boolean tollFree, DialNumber number, String place, String languages) {}

    /** @param tenant whose numbers they are: it knows where they are and what they speak */
    static JoinBlock of(DialIn dialIn, About tenant, Locale locale) {
        String id = dialIn.conferenceId();
        return new JoinBlock(
                id,
                grouped(id),
                Stream.of(
                                line(false, dialIn.serviceNumber(), id, tenant, locale),
                                line(true, dialIn.tollFreeServiceNumber(), id, tenant, locale))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Line> line(boolean tollFree, String number, String id, About tenant, Locale locale) {
        return Optional.ofNullable(number).map(e164 -> {
            Optional<ServiceNumber> known = tenant.numbers().stream()
                    .filter(each -> e164.equals(each.number()))
                    .findFirst();
            return new Line(
                    tollFree,
                    DialNumber.of(e164, id),
                    known.map(each -> place(each, locale)).orElse(null),
                    known.map(each -> languages(each, locale)).orElse(null));
        });
    }

    private static String place(ServiceNumber number, Locale locale) {
        String country = number.country() == null
                ? null
                : Locale.of("", number.country()).getDisplayCountry(locale);
        String place = Stream.of(number.city(), country)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return place.isEmpty() ? null : place;
    }

    private static String languages(ServiceNumber number, Locale locale) {
        String all = number.languages().stream()
                .map(tag -> Locale.forLanguageTag(tag).getDisplayName(locale))
                .distinct()
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    /** {@code 471 1007}, {@code 123 456 789}: threes, and no group of one or two digits. */
    static String grouped(String digits) {
        StringBuilder spoken = new StringBuilder();
        int at = 0;
        while (digits.length() - at > GROUP + 1 || digits.length() - at == GROUP + 1 && at == 0) {
            spoken.append(digits, at, at + GROUP - 1).append(' ');
            at += GROUP - 1;
        }
        return spoken.append(digits.substring(at)).toString();
    }
}
