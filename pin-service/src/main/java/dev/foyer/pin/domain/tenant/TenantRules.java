package dev.foyer.pin.domain.tenant;

import dev.foyer.base.text.ReasonPattern;
import dev.foyer.base.text.TextKind;
import dev.foyer.base.text.TextRefused;
import dev.foyer.pin.domain.pin.Pin;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What settings may be; each rule is one small method. */
final class TenantRules {

    private static final int MOST_ATTEMPTS = 99;
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    /** One to speak first, and four more to choose from. */
    private static final int MOST_LANGUAGES = 5;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** A sender is one that every mail server takes; a domain can be written in these letters, whatever it is called. */
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private static final List<Function<TenantSettings, Optional<TenantRefusal>>> ALL = List.of(
            of(TenantSettings::pins, TenantRules::pinLengthIsOutOfRange),
            of(TenantSettings::pins, TenantRules::logonAttemptsAreOutOfRange),
            of(TenantSettings::meetings, TenantRules::alertIsOutOfRange),
            of(TenantSettings::meetings, TenantRules::callSilenceIsOutOfRange),
            of(TenantSettings::mails, TenantRules::senderOverrideIsIncomplete),
            of(TenantSettings::mails, TenantRules::senderIsInvalid),
            of(TenantSettings::mails, TenantRules::organizationNameIsInvalid),
            of(TenantSettings::mails, TenantRules::supportContactIsInvalid),
            of(TenantSettings::mails, TenantRules::languageIsUnknown),
            of(TenantSettings::reasonSettings, TenantRules::reasonPatternIsInvalid),
            of(TenantSettings::reasonSettings, TenantRules::reasonPatternHasNoEffect),
            of(TenantSettings::numbers, TenantRules::serviceNumberIsInvalid),
            of(TenantSettings::numbers, TenantRules::numberIsListedTwice),
            of(TenantSettings::numbers, TenantRules::defaultNumberIsNotOffered));

    private TenantRules() {}

    /** The first reason why these cannot be a tenant's settings. */
    static Optional<TenantRefusal> objection(TenantSettings wanted) {
        return ALL.stream().flatMap(rule -> rule.apply(wanted).stream()).findFirst();
    }

    private static <G> Function<TenantSettings, Optional<TenantRefusal>> of(
            Function<TenantSettings, G> group, Function<G, Optional<TenantRefusal>> rule) {
        return group.andThen(rule);
    }

    private static Optional<TenantRefusal> pinLengthIsOutOfRange(PinSettings wanted) {
        return wanted.pinLength() < Pin.SHORTEST || wanted.pinLength() > Pin.LONGEST
                ? Optional.of(new TenantRefusal.PinLengthOutOfRange(wanted.pinLength()))
                : Optional.empty();
    }

    private static Optional<TenantRefusal> logonAttemptsAreOutOfRange(PinSettings wanted) {
        Integer attempts = wanted.maximumLogonAttempts();
        return attempts != null && (attempts < 1 || attempts > MOST_ATTEMPTS)
                ? Optional.of(new TenantRefusal.LogonAttemptsOutOfRange(attempts))
                : Optional.empty();
    }

    private static Optional<TenantRefusal> alertIsOutOfRange(MeetingSettings wanted) {
        Integer minutes = wanted.organizerAlertMinutes();
        return isNoneOfADay(minutes)
                ? Optional.of(new TenantRefusal.OrganizerAlertOutOfRange(minutes))
                : Optional.empty();
    }

    private static Optional<TenantRefusal> callSilenceIsOutOfRange(MeetingSettings wanted) {
        Integer minutes = wanted.callSilence();
        return isNoneOfADay(minutes) ? Optional.of(new TenantRefusal.CallSilenceOutOfRange(minutes)) : Optional.empty();
    }

    private static boolean isNoneOfADay(Integer minutes) {
        return minutes != null && (minutes < 1 || minutes > MINUTES_OF_A_DAY);
    }

    private static Optional<TenantRefusal> senderOverrideIsIncomplete(MailSettings wanted) {
        return wanted.sendEmailFromOverride()
                        && (isBlank(wanted.sendEmailFromAddress()) || isBlank(wanted.sendEmailFromDisplayName()))
                ? Optional.of(new TenantRefusal.SenderOverrideIncomplete())
                : Optional.empty();
    }

    private static Optional<TenantRefusal> senderIsInvalid(MailSettings wanted) {
        String address = wanted.sendEmailFromAddress();
        String name = wanted.sendEmailFromDisplayName();
        return address != null && !isSender(address) || name != null && !TextKind.SHORT_LINE.isFormOf(name)
                ? Optional.of(new TenantRefusal.SenderInvalid())
                : Optional.empty();
    }

    private static Optional<TenantRefusal> organizationNameIsInvalid(MailSettings wanted) {
        String name = wanted.organizationName();
        return name == null || TextKind.SHORT_LINE.isFormOf(name)
                ? Optional.empty()
                : Optional.of(new TenantRefusal.OrganizationNameInvalid());
    }

    private static Optional<TenantRefusal> supportContactIsInvalid(MailSettings wanted) {
        String contact = wanted.supportContact();
        return contact == null || isSender(contact)
                ? Optional.empty()
                : Optional.of(new TenantRefusal.SupportContactInvalid());
    }

    private static Optional<TenantRefusal> languageIsUnknown(MailSettings wanted) {
        return TextKind.LANGUAGE.isFormOf(wanted.defaultLanguage())
                ? Optional.empty()
                : Optional.of(new TenantRefusal.LanguageUnknown(String.valueOf(wanted.defaultLanguage())));
    }

    private static Optional<TenantRefusal> reasonPatternIsInvalid(ReasonSettings wanted) {
        if (wanted.reasonPattern() == null) {
            return Optional.empty();
        }
        try {
            ReasonPattern.of(wanted.reasonPattern());
            return Optional.empty();
        } catch (TextRefused e) {
            return Optional.of(new TenantRefusal.ReasonPatternInvalid(e.getMessage()));
        }
    }

    private static Optional<TenantRefusal> reasonPatternHasNoEffect(ReasonSettings wanted) {
        return wanted.reasonPattern() != null && wanted.reasons() == ReasonSettings.Reasons.OFF
                ? Optional.of(new TenantRefusal.ReasonPatternWithoutReasons())
                : Optional.empty();
    }

    private static Optional<TenantRefusal> serviceNumberIsInvalid(NumberSettings wanted) {
        return wanted.serviceNumbers().stream()
                .filter(number -> !isValid(number))
                .findFirst()
                .map(number -> new TenantRefusal.ServiceNumberInvalid(number.number()));
    }

    private static boolean isValid(ServiceNumber number) {
        List<String> languages = number.languages() == null ? List.of() : number.languages();
        return (number.country() == null || COUNTRIES.contains(number.country()))
                && (number.city() == null || TextKind.SHORT_LINE.isFormOf(number.city()))
                && languages.size() <= MOST_LANGUAGES
                && languages.stream().allMatch(TextKind.LANGUAGE::isFormOf);
    }

    private static Optional<TenantRefusal> numberIsListedTwice(NumberSettings wanted) {
        Set<String> seen = new HashSet<>();
        return wanted.serviceNumbers().stream()
                .map(ServiceNumber::number)
                .filter(number -> !seen.add(number))
                .findFirst()
                .map(TenantRefusal.NumberListedTwice::new);
    }

    private static Optional<TenantRefusal> defaultNumberIsNotOffered(NumberSettings wanted) {
        return Stream.of(
                        notOffered(wanted, wanted.defaultServiceNumber(), ServiceNumber.Type.TOLL),
                        notOffered(wanted, wanted.defaultTollFreeNumber(), ServiceNumber.Type.TOLL_FREE))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<TenantRefusal> notOffered(NumberSettings wanted, String number, ServiceNumber.Type type) {
        return number == null || wanted.offers(number, type)
                ? Optional.empty()
                : Optional.of(new TenantRefusal.DefaultNumberNotOffered(number));
    }

    private static boolean isSender(String address) {
        return ASCII.matcher(address).matches() && TextKind.MAIL_ADDRESS.isFormOf(address);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
