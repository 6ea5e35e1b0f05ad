package dev.foyer.gateway.scim;

import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.exceptions.ScimException;
import dev.foyer.base.Problem;
import dev.foyer.base.Unavailable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** A refusal as RFC 7644 says one (section 3.12): a status, where there is one a word for programs, and a sentence for people. */
final class ScimFailure extends ScimException {

    private static final Logger LOG = Logger.getLogger(ScimFailure.class);
    private static final int CONFLICT = 409;
    private static final int BAD = 400;

    private ScimFailure(int status, String scimType, String detail) {
        super(detail, null, status, scimType);
    }

    /** @param detail a sentence that says what to do */
    static ScimFailure of(int status, String detail) {
        return new ScimFailure(status, null, detail);
    }

    /** What was said of this attribute cannot be kept. */
    static ScimFailure value(String attribute, String detail) {
        return new ScimFailure(BAD, ScimType.RFC7644.INVALID_VALUE, attribute + " " + detail);
    }

    /** Somebody else has it. */
    static ScimFailure taken(String detail) {
        return new ScimFailure(CONFLICT, ScimType.RFC7644.UNIQUENESS, detail);
    }

    /** What is to be changed is ours to say. */
    static ScimFailure mutability(String detail) {
        return new ScimFailure(BAD, ScimType.RFC7644.MUTABILITY, detail);
    }

    /** The body cannot be read. */
    static ScimFailure syntax(String detail) {
        return new ScimFailure(BAD, ScimType.RFC7644.INVALID_SYNTAX, detail);
    }

    /** The filter may be right, and means too much work. */
    static ScimFailure tooMany(String detail) {
        return new ScimFailure(BAD, ScimType.RFC7644.TOO_MANY, detail);
    }

    /** There is no such user in the tenant. */
    static ScimFailure notFound(String id) {
        return of(404, "There is no user " + id + ".");
    }

    /**
     * Does it, and says what went wrong in the words of SCIM. Nothing that a failure says of our inside is told: it is logged.
     *
     * @throws ScimException whatever happened
     */
    static <T> T guarded(ScimCall call, Supplier<T> what) {
        try {
            return what.get();
        } catch (RuntimeException e) {
            throw of(e, call);
        }
    }

    /** The same of the second half of what was asked. @param done what the first half came to, in a sentence */
    static <T> T guarded(ScimCall call, String done, Supplier<T> what) {
        try {
            return what.get();
        } catch (RuntimeException e) {
            ScimException why = of(e, call);
            throw new ScimFailure(why.getStatus(), why.getScimType(), done + " " + why.getDetail());
        }
    }

    private static ScimException of(RuntimeException failure, ScimCall call) {
        switch (failure) {
            case ScimException said -> {
                return said;
            }
            case Problem.ProblemException e -> {
                return of(e.problem(), call);
            }
            case Unavailable e -> {
                call.retryAfter(Duration.ofSeconds(1));
                return of(503, e.getMessage());
            }
            default -> {
                LOG.errorf(failure, "A request over SCIM failed");
                return of(500, "Something went wrong here; operations find it by the X-Correlation-Id of this answer.");
            }
        }
    }

    private static ScimFailure of(Problem problem, ScimCall call) {
        String retry = problem.headers().get("Retry-After");
        if (retry != null) {
            call.retryAfter(Duration.ofSeconds(Long.parseLong(retry)));
        }
        return new ScimFailure(problem.status(), scimType(problem), problem.detail());
    }

    private static String scimType(Problem problem) {
        if (problem.status() == CONFLICT && problem.type().endsWith("user-principal-name-taken")) {
            return ScimType.RFC7644.UNIQUENESS;
        }
        return problem.status() == BAD ? ScimType.RFC7644.INVALID_VALUE : null;
    }
}
