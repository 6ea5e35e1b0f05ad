package dev.foyer.notification.mail;

import dev.foyer.base.Backoff;
import dev.foyer.base.SteadyClock;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.inbound.TenantSettingsTable;
import dev.foyer.notification.inbound.WhenPinDeliveryThenQueueMail;
import dev.foyer.service.eventsourced.ConsumerProgress;
import dev.foyer.service.keys.WatchedFile;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the worker and ends it in time: before the aggregates stop, so that what was sent is still recorded. */
@ApplicationScoped
class MailBeans {

    private static final int BEFORE_THE_AGGREGATES = 1;

    @Produces
    @Singleton
    SealedPinReader sealedPins(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return new SealedPinReader(WhenPinDeliveryThenQueueMail.TOPIC, kafka);
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
                systemSender);
    }

    @Produces
    @Singleton
    MailWorker worker(
            MailConfig config,
            Mailboxes mailboxes,
            SealedPinReader sealedPins,
            WatchedFile<DeliveryKeys> keys,
            MailWriter writer,
            ReactiveMailer mailer,
            MailServer server,
            Vertx vertx,
            MeterRegistry registry,
            ConsumerProgress progress) {
        MailSender sender = new MailSender(
                sealedPins,
                new PinOpener(keys),
                writer,
                new Smtp(mailer, vertx, config.patience()),
                server,
                new MailCounters(registry));
        Clock clock = Clock.systemUTC();
        MailWorker worker = new MailWorker(
                mailboxes,
                sender::send,
                new RetryWaits(
                        new Retries(Backoff.between(config.firstRetry(), config.longestRetry())),
                        clock,
                        new SteadyClock()),
                clock,
                progress::tablesCaughtUp,
                MailWorker.Pace.of(config.parallel()));
        Gauge.builder("foyer.mail.unrecorded", worker, MailWorker::unrecorded)
                .description("Outcomes of attempts that no journal holds yet")
                .register(registry);
        return worker;
    }

    void stop(@Observes @Priority(BEFORE_THE_AGGREGATES) ShutdownEvent event, MailWorker worker, SealedPinReader pins) {
        worker.close();
        pins.close();
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
