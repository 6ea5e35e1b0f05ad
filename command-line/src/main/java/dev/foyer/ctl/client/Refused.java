package dev.foyer.ctl.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;

/** The gateway said no, with a problem (RFC 9457). */
public final class Refused extends CtlException {

    private final int status;
    private final String problem;

    private Refused(ExitCode code, String sentence, int status, String problem) {
        super(code, sentence);
        this.status = status;
        this.problem = problem;
    }

    static Refused of(int status, JsonNode body, Profile profile) {
        String problem = body.path("type").asText("").replace("/problems/", "");
        String title = body.path("title").asText("");
        // Here nobody writes headers.
        String detail = body.path("detail").asText("").replace("in the header X-Reason", "with --reason");
        String words =
                title.isEmpty() ? "The gateway answered with status " + status + "." : ended(title) + " " + detail;
        return switch (status) {
            case 401 ->
                new Refused(
                        ExitCode.NOT_SIGNED_IN,
                        "Your sign-in at " + profile.url() + " does not hold (any more); " + again(profile),
                        status,
                        problem);
            case 403 -> new Refused(ExitCode.NO_RIGHTS, words.strip(), status, problem);
            case 500, 502, 503, 504 -> new Refused(ExitCode.AWAY, words.strip(), status, problem);
            default -> new Refused(ExitCode.REFUSED, words.strip(), status, problem);
        };
    }

    /** What is not kept cannot be signed in again by us. */
    private static String again(Profile profile) {
        return profile.name().equals(Profile.OF_ENVIRONMENT)
                ? "FOYER_TOKEN, or FOYER_ACCOUNT and its password, must be others."
                : "sign in again with " + profile.loginLine() + ".";
    }

    private static String ended(String title) {
        return title.endsWith(".") ? title : title + ".";
    }

    /** Of the HTTP answer. */
    public int status() {
        return status;
    }

    /** The stable name, as {@code user-not-found}. */
    public String problem() {
        return problem;
    }
}
