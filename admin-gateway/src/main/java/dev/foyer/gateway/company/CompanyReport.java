package dev.foyer.gateway.company;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * What operators see of tokens and ways back that were not believed: the counter {@code foyer.company.refused} by provider and
 * reason, and a line each minute at most, since anybody can make one. Neither ever says anything of a token. Thread-safe.
 */
@ApplicationScoped
class CompanyReport {

    private static final Logger LOG = Logger.getLogger(CompanyReport.class);
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final String EXPIRED = "expired";

    @Inject
    MeterRegistry metrics;

    private final Map<String, AtomicLong> spoke = new ConcurrentHashMap<>();

    void refused(Company company, Throwable failure) {
        String reason = reason(failure);
        count(company, reason);
        // Tokens end all day long; that is no news.
        if (!reason.equals(EXPIRED) && isTime(company.name() + " " + reason)) {
            LOG.warnf("Tokens of foyer.oidc.%s are refused: %s", company.name(), reason);
        }
    }

    /** A sign-in at the page that came back, and was not one. */
    void failed(Company company, Throwable failure) {
        String reason = ProviderCalls.causes(failure).anyMatch(InvalidJwtException.class::isInstance)
                ? reason(failure)
                : "code";
        count(company, reason);
        if (isTime(company.name() + " back " + reason)) {
            LOG.warnf("Sign-ins with foyer.oidc.%s fail on their way back: %s", company.name(), reason);
        }
    }

    void away(Company company, Throwable failure) {
        count(company, "away");
        if (isTime(company.name() + " away")) {
            Throwable root =
                    ProviderCalls.causes(failure).reduce((_, cause) -> cause).orElse(failure);
            LOG.warnf(
                    "The provider foyer.oidc.%s does not answer, or not as it should (%s); its people cannot sign in.",
                    company.name(), root.getClass().getSimpleName());
        }
    }

    private boolean isTime(String what) {
        long now = System.nanoTime();
        AtomicLong last = spoke.computeIfAbsent(what, _ -> new AtomicLong(now - MINUTE));
        long then = last.get();
        return now - then >= MINUTE && last.compareAndSet(then, now);
    }

    private void count(Company company, String reason) {
        Counter.builder("foyer.company.refused")
                .description("Tokens and ways back of companies' providers that were not believed, by what was wrong")
                .tags("provider", company.name(), "reason", reason)
                .register(metrics)
                .increment();
    }

    /** One of a few words; the exception's own text has the token in it. */
    private static String reason(Throwable failure) {
        return ProviderCalls.causes(failure)
                .filter(InvalidJwtException.class::isInstance)
                .map(InvalidJwtException.class::cast)
                .findFirst()
                .map(CompanyReport::reason)
                .orElse("claims");
    }

    private static String reason(InvalidJwtException failure) {
        int first = failure.getErrorDetails().isEmpty()
                ? 0
                : failure.getErrorDetails().getFirst().getErrorCode();
        return switch (first) {
            case ErrorCodes.EXPIRED -> EXPIRED;
            case ErrorCodes.AUDIENCE_MISSING, ErrorCodes.AUDIENCE_INVALID -> "audience";
            case ErrorCodes.ISSUER_MISSING, ErrorCodes.ISSUER_INVALID -> "issuer";
            case ErrorCodes.SIGNATURE_MISSING, ErrorCodes.SIGNATURE_INVALID -> "signature";
            default -> "form";
        };
    }
}
