package dev.foyer.gateway.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.foyer.base.Problem;
import dev.foyer.gateway.clients.SilenceWatch.NobodyThere;
import dev.foyer.service.calls.CallSigner;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.vertx.core.VertxException;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One service, asked with patience. Blocks its caller, which is a virtual thread. Thread-safe.
 *
 * <p>Every try of a call carries the same command id, so a try whose outcome is not known may be repeated: the service
 * answers what it decided then. A PIN is in the first answer only; when just that answer was lost on the way, the caller
 * is told of the success without it.
 *
 * <p>A service that says that it cannot yet, because a partition moves for instance, is waited for, up to the deadline. Where
 * nobody listens callers are told so at once, and where nothing is answered any more within two seconds. One that
 * stays away opens the circuit: from then on nobody waits at all, but for one every second, which tries again and
 * closes the circuit when it succeeds. Only silence opens it: a service that refuses is there.
 *
 * @param <C> the REST client interface
 */
public final class RemoteService<C> {

    private static final Logger LOG = Logger.getLogger(RemoteService.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final int SILENT_CALLS_THAT_OPEN = 4;
    private static final Duration OPEN = Duration.ofSeconds(1);
    /** What a service says when it waits itself for what does not come back in a moment. */
    private static final Set<String> TAKES_LONGER = Set.of("/problems/broker-away", "/problems/clock-ahead");

    private final String name;
    private final C client;
    private final CallSigner signer;
    private final ClockReport clocks;
    private final Supplier<Pulse.Beat> pulse;
    private final SilenceWatch watch;
    private final TypedGuard<RestResponse<?>> circuit;
    private final TypedGuard<RestResponse<?>> overall;
    private final TypedGuard<RestResponse<?>> tries;

    /** Nobody answered, or not to the end. */
    private static final class Silence extends RuntimeException {
        Silence() {
            super("No answer", null, false, false);
        }
    }

    /**
     * @param name the service's, for people and for metrics, and as the audience of tokens
     * @param signer signs each try anew: a token need not live as long as our patience
     * @param pulse whether the service answers anything at all; asked when a call is silent
     * @param clocks told when the service has another time
     * @param deadline for all tries of a call together; a try that began before it may last a pause longer
     */
    RemoteService(
            String name,
            C client,
            CallSigner signer,
            Supplier<Pulse.Beat> pulse,
            ClockReport clocks,
            Duration deadline) {
        this.clocks = clocks;
        this.pulse = pulse;
        this.watch = new SilenceWatch(() -> pulse.get() != Pulse.Beat.SILENT);
        this.name = name;
        this.client = client;
        this.signer = signer;
        long atMost = deadline.toMillis();
        long longestPause = Math.min(LONGEST_PAUSE.toMillis(), atMost / 2);
        this.circuit = guard(name)
                .withCircuitBreaker()
                .failOn(Set.of(Silence.class, NobodyThere.class))
                .requestVolumeThreshold(SILENT_CALLS_THAT_OPEN)
                .failureRatio(1)
                .delay(OPEN.toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
        this.overall = guard(name + " deadline")
                .withTimeout()
                .duration(atMost + longestPause, ChronoUnit.MILLIS)
                .done()
                .build();
        this.tries = guard(name + " tries")
                .withRetry()
                .maxRetries(-1)
                .maxDuration(atMost, ChronoUnit.MILLIS)
                .delay(Math.min(FIRST_PAUSE.toMillis(), longestPause / 2), ChronoUnit.MILLIS)
                .jitter(0, ChronoUnit.MILLIS)
                .withExponentialBackoff()
                .maxDelay(longestPause, ChronoUnit.MILLIS)
                .done()
                .whenException(RemoteService::mayPass)
                .done()
                .build();
    }

    private static TypedGuard.Builder<RestResponse<?>> guard(String description) {
        return TypedGuard.create(new TypeLiteral<RestResponse<?>>() {}).withDescription(description);
    }

    /**
     * Whether the service is there, whatever it can do at present: where it is not, nobody need wait for what it is to do by itself. At once
     * where nobody listens, within a second and a half where it hangs.
     */
    public boolean isThere() {
        return pulse.get() == Pulse.Beat.ANSWERED;
    }

    /** Whether nobody listens there, which is certain at once; as old as half a second. */
    public boolean isGone() {
        return pulse.get() == Pulse.Beat.REFUSED;
    }

    /** What a caller is told of one that is not there. */
    public Problem.ProblemException away() {
        return ServiceProblems.away(name).exception();
    }

    /**
     * For answers with a body.
     *
     * @param request a method of the client, called once per try
     * @return the success, with its body
     * @throws Problem.ProblemException what the service answered when it was no success; 503 when it is away
     */
    public <T> Answered<T> call(CommandContext command, BiFunction<C, CommandParams, RestResponse<T>> request) {
        Answered<T> done = run(command, request);
        if (done.body() == null) {
            throw ServiceProblems.failed(name, done.status()).exception();
        }
        return done;
    }

    /** For answers without a body; as {@link #call} in everything else. */
    public <T> Answered<T> run(CommandContext command, BiFunction<C, CommandParams, RestResponse<T>> request) {
        try {
            RestResponse<?> response = circuit.get(() -> withinDeadline(request, command));
            @SuppressWarnings("unchecked") // it is what the request gave
            RestResponse<T> typed = (RestResponse<T>) response;
            return Answered.of(typed);
        } catch (ServiceRefusal e) {
            if (ServiceProblems.isOfAClock(e)) {
                clocks.differs(name, e.clockDifference());
            }
            throw ServiceProblems.of(name, e).exception();
        } catch (Silence | NobodyThere | FaultToleranceException _) {
            throw away();
        }
    }

    private <T> RestResponse<?> withinDeadline(
            BiFunction<C, CommandParams, RestResponse<T>> request, CommandContext command) {
        AtomicReference<ServiceRefusal> last = new AtomicReference<>();
        try {
            return overall.get(() -> tries.get(() -> tryOnce(request, command, last)));
        } catch (TimeoutException _) {
            ServiceRefusal refusal = last.get();
            throw refusal == null ? new Silence() : refusal;
        }
    }

    /** @param last gets what the service says, in case that no other try comes to an end in time */
    private <T> RestResponse<T> tryOnce(
            BiFunction<C, CommandParams, RestResponse<T>> request,
            CommandContext command,
            AtomicReference<ServiceRefusal> last) {
        CommandParams params = new CommandParams(command, signer.sign(name, command.claims()));
        try {
            return watch.during(() -> request.apply(client, params));
        } catch (ServiceRefusal e) {
            last.set(e);
            throw e;
        } catch (ProcessingException | WebApplicationException e) {
            if (isNobodyThere(e)) {
                throw new NobodyThere();
            }
            if (isUnreadable(e)) {
                throw ServiceProblems.failed(name, 200).exception();
            }
            throw new Silence();
        } catch (VertxException e) {
            // A connection that breaks while the answer is read comes as what the client below met there.
            LOG.warnf("%s: a call broke off (%s)", name, e.getClass().getName());
            throw new Silence();
        }
    }

    /**
     * An answer came, but not the one that the interface promises: not JSON, or other JSON. The text of the exception may
     * quote a PIN, so it is not kept.
     */
    private static boolean isUnreadable(RuntimeException e) {
        if (e.getCause() == null) {
            return true;
        }
        for (Throwable one = e; one != null; one = one.getCause()) {
            if (one instanceof JsonProcessingException || one instanceof WebApplicationException) {
                return true;
            }
        }
        return false;
    }

    /** Refused, or not even that: nothing of the request has arrived anywhere. */
    private static boolean isNobodyThere(Throwable e) {
        for (Throwable one = e; one != null; one = one.getCause()) {
            if (one instanceof ConnectException || one instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayPass(Throwable e) {
        return e instanceof Silence
                || e instanceof ServiceRefusal refusal
                        && refusal.status() == 503
                        && !TAKES_LONGER.contains(
                                Objects.requireNonNullElse(refusal.body().type(), ""));
    }
}
