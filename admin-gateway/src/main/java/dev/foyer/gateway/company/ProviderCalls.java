package dev.foyer.gateway.company;

import dev.foyer.base.Problem;
import io.quarkus.security.AuthenticationException;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What has to do with a provider that may be away: the request waits a while, and then it is not the caller's fault. */
public final class ProviderCalls {

    /** As long as a person looks at a page that does not come. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int AGAIN_IN_SECONDS = 5;

    private ProviderCalls() {}

    /** What a caller is told meanwhile. */
    public static Problem away() {
        return Problem.unavailable(
                "identity-provider-away",
                "Your organization's sign-in does not answer at present; try again in a moment.",
                AGAIN_IN_SECONDS);
    }

    static <T> Uni<T> patiently(Supplier<Uni<? extends T>> call) {
        return Uni.createFrom().<T>deferred(call).ifNoItem().after(PATIENCE).fail();
    }

    /** Whether the provider, and not what it was asked about, is the reason. */
    static boolean isAway(Throwable failure) {
        return !(failure instanceof AuthenticationException)
                || causes(failure)
                        .anyMatch(cause -> cause instanceof IOException
                                || cause instanceof VertxException
                                || cause instanceof TimeoutException);
    }

    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(16);
    }
}
