package dev.foyer.notification.mail;

import dev.foyer.base.Backoff;
import dev.foyer.base.SteadyClock;
import dev.foyer.notification.Links;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.inbound.RecentSeals;
import dev.foyer.notification.inbound.TenantSettingsTable;
import dev.foyer.notification.inbound.WhenPinDeliveryThenQueueMail;
import dev.foyer.notification.mail.smtp.Smtp;
import dev.foyer.service.eventsourced.ConsumerProgress;
import dev.foyer.service.keys.WatchedFile;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/** Builds the worker and ends it in time: before the aggregates stop, so that what was sent is still recorded. */
@ApplicationScoped
class MailBeans {

    private static final int BEFORE_THE_AGGREGATES = 1;

    @Produces
    @Singleton
    RecentSeals recentSeals() {
        return new RecentSeals();
    }

    @Produces
    @Singleton
    SealedPinReader sealedPins(RecentSeals recent, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return new SealedPinReader(WhenPinDeliveryThenQueueMail.TOPIC, recent, kafka);
    }

    @Produces
    @Singleton
    MailWriter writer(
            TenantSettingsTable settings,
            @Any Instance<MailMessages> bundles,
            @ConfigProperty(name = "quarkus.mailer.from") String systemSender) {
        return new MailWriter(
                settings,
                new Languages(languages(bundles)),
                locale -> MessageBundles.get(MailMessages.class, Localized.Literal.of(locale.toLanguageTag())),
                checked(() -> Sender.system(systemSender)).from());
    }

    @Produces
    @Singleton
    MailLinks links(Links links, LinkConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
        return new MailLinks(links, checked(() -> GatewayAddress.of(config.publicUrl(), isLoopback(host))));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Produces
    @Singleton
    MailServer server(MailConfig config, MeterRegistry registry) {
        MailServer server = checked(() -> new MailServer(config.firstRetry()));
        Gauge.builder("foyer.mail.server.closed", server, asked -> asked.closed() ? 1 : 0)
                .description("Whether the mail server is asked by one mail at a time only, because it took none")
                .register(registry);
        return server;
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck mailServer(MailServer server) {
        return server::health;
    }

    @Produces
    @Singleton
    Smtp smtp(Vertx vertx, Clients clients, MailConfig config) {
        return checked(() -> new Smtp(vertx, clients::client, config.patience(), config.patienceForAnswer()));
    }

    @Produces
    @Singleton
    MailWorker worker(
            MailConfig config,
            @ConfigProperty(name = "foyer.restored-at") Optional<Instant> restoredAt,
            Mailboxes mailboxes,
            SealedPinReader sealedPins,
            WatchedFile<DeliveryKeys> keys,
            MailWriter writer,
            MailLinks links,
            Smtp smtp,
            MailServer server,
            MeterRegistry registry,
            MailTraces traces,
            ConsumerProgress progress) {
        Clock clock = Clock.systemUTC();
        MailSender sender = new MailSender(
                sealedPins, new PinOpener(keys), writer, links, smtp, server, new MailCounters(registry), clock);
        MailWorker worker = checked(() -> new MailWorker(
                new TracedMailboxes(mailboxes, traces),
                (mail, late) -> traces.sent(mail, () -> sender.send(mail, late)),
                new RetryWaits(
                        new Retries(Backoff.between(config.firstRetry(), config.longestRetry()), 0.2),
                        clock,
                        new SteadyClock()),
                server,
                new MailRate(config.perMinute(), new SteadyClock()),
                clock,
                progress::tablesCaughtUp,
                Pace.of(config.parallel(), restoredAt.orElse(null))));
        Gauge.builder("foyer.mail.unrecorded", worker, MailWorker::unrecorded)
                .description("Outcomes of attempts that no journal holds yet")
                .register(registry);
        OpenMails open = worker.open();
        Gauge.builder("foyer.mail.queued", open, OpenMails::queued)
                .description("Mails on their way")
                .register(registry);
        Gauge.builder("foyer.mail.oldest.queued.seconds", open, mails -> mails.oldestQueued(clock.instant()))
                .description("How old the oldest mail on its way is")
                .register(registry);
        Gauge.builder("foyer.mail.held", open, OpenMails::held)
                .description("Mails that wait for an administrator")
                .register(registry);
        Gauge.builder("foyer.mail.near.expiry", open, mails -> mails.nearExpiry(clock.instant()))
                .description("Mails on their way or held that expire within a day")
                .register(registry);
        return worker;
    }

    void stop(
            @Observes @Priority(BEFORE_THE_AGGREGATES) ShutdownEvent event,
            MailWorker worker,
            Smtp smtp,
            SealedPinReader pins) {
        worker.close();
        smtp.close();
        pins.close();
    }

    /** Quarkus ends the start with the sentence alone. */
    private static <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    /** English, and every language that has a message file: the build made a bean of each. */
    private static List<Locale> languages(Instance<MailMessages> bundles) {
        Stream<Locale> localized = bundles.handlesStream()
                .flatMap(handle -> handle.getBean().getQualifiers().stream())
                .filter(Localized.class::isInstance)
                .map(qualifier -> Locale.forLanguageTag(((Localized) qualifier).value()));
        return Stream.concat(Stream.of(Locale.ENGLISH), localized).distinct().toList();
    }
}
