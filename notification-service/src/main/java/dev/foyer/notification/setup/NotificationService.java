package dev.foyer.notification.setup;

import dev.foyer.base.Roles;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.deadletters.DeadLetterCommand;
import dev.foyer.eventsourcing.deadletters.DeadLetterPublisherV1;
import dev.foyer.eventsourcing.deadletters.DeadLetterType;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.eventsourcing.inbound.Reactions;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.contract.NotificationPublisherV1;
import dev.foyer.notification.domain.Letter;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.Recipient;
import dev.foyer.notification.domain.link.LinkCommand;
import dev.foyer.notification.inbound.InboundChannels;
import dev.foyer.notification.inbound.PublishedKeys;
import dev.foyer.notification.inbound.RecentSeals;
import dev.foyer.notification.inbound.TenantSettingsTable;
import dev.foyer.notification.inbound.WhenAddressChangedThenReaddressMails;
import dev.foyer.notification.inbound.WhenMailNoticeThenQueueMail;
import dev.foyer.notification.inbound.WhenPinDeliveryThenQueueMail;
import dev.foyer.notification.inbound.WhenPinUnlockedThenSupersedeMails;
import dev.foyer.notification.inbound.WhenUserDepartedThenKeepTheirMails;
import dev.foyer.notification.inbound.WhenUserDisabledThenSupersedeMails;
import dev.foyer.notification.journal.MailboxJournal;
import dev.foyer.notification.mail.MailEnds;
import dev.foyer.notification.mail.MailWorker;
import dev.foyer.service.eventsourced.EventSourcedService;
import dev.foyer.service.eventsourced.deadletters.Replays;
import dev.foyer.service.keys.TrustedSigners;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What notification-service consists of. */
@ApplicationScoped
public class NotificationService implements EventSourcedService {

    @Inject
    NotificationAggregates aggregates;

    @Inject
    Mailboxes mailboxes;

    @Inject
    TenantSettingsTable settings;

    @Inject
    PublishedKeys publishedKeys;

    @Inject
    SignatureKeys signatures;

    @Inject
    RecentSeals recentSeals;

    @Inject
    DeadLetterType deadLetters;

    @Produces
    @Singleton
    static NotificationAggregates aggregates(
            MailWorker worker, TenantSettingsTable settings, NotificationConfig config, MeterRegistry registry) {
        return NotificationAggregates.of(
                new MailEnds(worker, registry),
                settings,
                config.holdTime(),
                config.restoredAt().orElse(null));
    }

    @Produces
    @Singleton
    static TenantSettingsTable settings() {
        return new TenantSettingsTable();
    }

    @Produces
    @Singleton
    static DeadLetterType deadLetters(Replays replays) {
        return DeadLetterType.of(new DeadLetterPublisherV1(NotificationPublisherV1.TOPIC, "notification"), replays);
    }

    @Override
    public int storedFormat() {
        return MailboxJournal.FORMAT;
    }

    @Override
    public List<AggregateType<?, ?, ?, ?, ?, ?>> aggregates() {
        return Stream.concat(aggregates.all().stream(), Stream.of(deadLetters.aggregates()))
                .toList();
    }

    @Override
    public boolean isOf(String tenant, String aggregateId, Object command) {
        return switch (command) {
            case MailCommand.OpenMail _ -> true; // whoever has a link asks for no tenant
            case LinkCommand _ -> false; // no request makes one
            default -> NotificationAggregates.tenantOf(aggregateId).equals(tenant);
        };
    }

    @Override
    public Set<String> askers(String aggregateId, Object command) {
        return switch (command) {
            case MailCommand asked -> ofMailbox(aggregateId, asked);
            case LinkCommand.MakeLink _ -> Set.of(Roles.SERVICE);
            case DeadLetterCommand asked -> DeadLetterType.askers(aggregateId, asked);
            default -> Set.of(); // a timer
        };
    }

    private static Set<String> ofMailbox(String mailbox, MailCommand command) {
        return switch (command) {
            case MailCommand.QueueMail queue -> isFor(mailbox, queue.letter()) ? Set.of(Roles.SERVICE) : Set.of();
            case MailCommand.NoticeMail notice ->
                mailbox.equals(mailboxOf(notice.letter())) ? Set.of(Roles.SERVICE) : Set.of();
            case MailCommand.SupersedeMailsOfDisabledUser _,
                    MailCommand.SupersedeMailsOfLock _,
                    MailCommand.ReaddressMails _,
                    MailCommand.NoteDeparture _,
                    MailCommand.RecordSent _,
                    MailCommand.RecordAttemptFailed _,
                    MailCommand.RecordFailed _ -> Set.of(Roles.SERVICE);
            case MailCommand.ReleaseMail release ->
                release.toAddress() == null ? Set.of(Roles.ADMIN, Roles.HELPDESK) : Set.of(Roles.ADMIN);
            case MailCommand.HandOverMail _, MailCommand.RetryMail _ -> Set.of(Roles.ADMIN, Roles.HELPDESK);
            case MailCommand.OpenMail _ -> Set.of(Roles.ANONYMOUS);
            case MailCommand.RevealMail _, MailCommand.DiscardMail _ -> Set.of(Roles.ADMIN);
            case MailCommand.ExpireMails _ -> Set.of(); // a timer
            case MailCommand.BeginAttempt _ -> Set.of(); // only the owner sends
        };
    }

    /**
     * A mailbox takes each letter once. So a letter that was read from somebody's mailbox cannot be queued again, to another
     * address, in a mailbox that does not know it.
     */
    private static boolean isFor(String mailbox, Letter letter) {
        return mailbox.equals(mailboxOf(letter)) && letter.sealedPin().bound();
    }

    private static String mailboxOf(Letter letter) {
        Recipient user = letter.recipient();
        return user.tenant() + "/" + user.userId();
    }

    @Override
    public Map<String, InboundHandler> inbound() {
        TrustedSigners pinService = new TrustedSigners(signatures.pinService());
        return Map.of(
                InboundChannels.PIN_DELIVERIES,
                        Reactions.confidential(
                                new WhenPinDeliveryThenQueueMail(mailboxes, pinService, recentSeals),
                                WhenMailNoticeThenQueueMail.ofNews(mailboxes, pinService),
                                WhenMailNoticeThenQueueMail.ofLocks(mailboxes, pinService),
                                WhenMailNoticeThenQueueMail.ofWaits(mailboxes, pinService),
                                new WhenPinUnlockedThenSupersedeMails(mailboxes, pinService),
                                new WhenAddressChangedThenReaddressMails(mailboxes, pinService),
                                new WhenUserDepartedThenKeepTheirMails(mailboxes, pinService)),
                InboundChannels.PIN_EVENTS, Reactions.of(new WhenUserDisabledThenSupersedeMails(mailboxes)));
    }

    @Override
    public List<Table> tables() {
        return List.of(settings.table(), publishedKeys.table());
    }
}
