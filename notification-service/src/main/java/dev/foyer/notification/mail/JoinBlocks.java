package dev.foyer.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import biweekly.ICalDataType;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.Feature;
import biweekly.property.Conference;
import biweekly.property.Method;
import biweekly.util.Duration;
import dev.foyer.notification.domain.DialIn;
import dev.foyer.notification.inbound.MailSettings;
import dev.foyer.notification.inbound.TenantSettingsTable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;

/** The join block (G1) by itself, the same as in the mails: as text, as part of a page, and as calendar file. Thread-safe. */
@Singleton
public final class JoinBlocks {

    private static final Duration AN_HOUR = Duration.builder().hours(1).build();

    private final TenantSettingsTable settings;
    private final MailWriter writer;
    private final InstantSource clock = InstantSource.system();

    @Inject
    JoinBlocks(TenantSettingsTable settings, MailWriter writer) {
        this.settings = settings;
        this.writer = writer;
    }

    /**
     * One that is asked for.
     *
     * @param language BCP 47, or {@code null} for the tenant's
     */
    public record Wanted(String tenant, DialIn dialIn, String language) {}

    /** A block in one form, and the language that it turned out to be in. */
    public record Written(String content, Locale language) {}

    public Written text(Wanted wanted) {
        Locale locale = writer.language(wanted.language(), tenant(wanted));
        return new Written(writer.text(block(wanted, locale), locale), locale);
    }

    public Written page(Wanted wanted) {
        Locale locale = writer.language(wanted.language(), tenant(wanted));
        return new Written(writer.page(block(wanted, locale), locale), locale);
    }

    /**
     * As calendar file of an hour's meeting.
     *
     * @param start {@code null}: the next full hour, for whoever moves it where the meeting is
     */
    public Written calendar(Wanted wanted, Instant start) {
        Locale locale = writer.language(wanted.language(), tenant(wanted));
        JoinBlock block = block(wanted, locale);
        Instant now = clock.instant();
        Instant begin = start == null ? now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS) : start;
        VEvent event = new VEvent();
        event.setUid(
                UUID.nameUUIDFromBytes((wanted.tenant() + "|" + block.conferenceId() + "|" + begin).getBytes(UTF_8))
                        .toString());
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(begin));
        event.setDuration(AN_HOUR);
        event.setSummary(writer.title(locale)).setLanguage(locale.toLanguageTag());
        event.setDescription(writer.text(block, locale).strip()).setLanguage(locale.toLanguageTag());
        block.lines().stream()
                .findFirst()
                .ifPresent(line -> event.setLocation(line.number().text()));
        block.lines().forEach(line -> event.addConference(conference(line)));
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Foyer//join block//EN");
        calendar.setMethod(Method.publish());
        calendar.addEvent(event);
        return new Written(calendar.write(), locale);
    }

    /** RFC 7986: what a calendar's button to join dials; it wants VALUE said, which the library leaves out by itself. */
    private static Conference conference(JoinBlock.Line line) {
        Conference conference = new Conference(line.number().link());
        conference.setLabel(line.number().text());
        conference.getFeatures().add(Feature.PHONE);
        conference.getParameters().setValue(ICalDataType.URI);
        return conference;
    }

    private MailSettings tenant(Wanted wanted) {
        return settings.of(wanted.tenant());
    }

    private JoinBlock block(Wanted wanted, Locale locale) {
        return JoinBlock.of(wanted.dialIn(), tenant(wanted).about(), locale);
    }
}
