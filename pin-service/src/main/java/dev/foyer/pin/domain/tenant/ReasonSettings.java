package dev.foyer.pin.domain.tenant;

/**
 * Whether people say why they do what cannot be undone or shows a PIN (rule G3).
 *
 * @param reasonPattern an expression of RE2 that a reason holds, such as one for the number of a ticket; {@code null}: any will do
 */
public record ReasonSettings(Reasons reasons, String reasonPattern) {

    static final ReasonSettings DEFAULT = new ReasonSettings(Reasons.OFF, null);

    /** Whether a reason is asked for. */
    public enum Reasons {
        OFF,
        OPTIONAL,
        REQUIRED
    }

    /** What older journals do not have is as it is by default. */
    public ReasonSettings {
        reasons = reasons == null ? Reasons.OFF : reasons;
    }
}
