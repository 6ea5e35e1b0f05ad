package dev.foyer.pin.domain.tenant;

/**
 * Which mails of a tenant go out, as whose and in which language (rules D1, D3, D4).
 *
 * @param automaticallySendEmailsToUsers the master switch (rule D1)
 * @param emailSwitches one for each mail, under the master switch
 * @param sendEmailFromOverride whether the next two count; {@code null} in them means not set
 * @param defaultLanguage BCP 47
 * @param organizationName what the mails call the tenant; {@code null}: they do not name it
 * @param supportContact mail address of whom users ask, also the mails' Reply-To; {@code null}: their administrator, and no replies
 */
public record MailSettings(
        boolean automaticallySendEmailsToUsers,
        EmailSwitches emailSwitches,
        boolean sendEmailFromOverride,
        String sendEmailFromAddress,
        String sendEmailFromDisplayName,
        String defaultLanguage,
        String organizationName,
        String supportContact) {

    static final MailSettings DEFAULT = new MailSettings(true, EmailSwitches.ALL, false, null, null, "en", null, null);

    /**
     * Which mails go out by themselves while the master switch is on; {@code null} means yes.
     *
     * @param welcome M1
     * @param informationChanged M2
     * @param pinReset M3
     * @param turnedOff M4
     * @param pinLocked L1
     * @param somebodyWaits A1
     */
    public record EmailSwitches(
            Boolean welcome,
            Boolean informationChanged,
            Boolean pinReset,
            Boolean turnedOff,
            Boolean pinLocked,
            Boolean somebodyWaits) {

        public EmailSwitches {
            welcome = !Boolean.FALSE.equals(welcome);
            informationChanged = !Boolean.FALSE.equals(informationChanged);
            pinReset = !Boolean.FALSE.equals(pinReset);
            turnedOff = !Boolean.FALSE.equals(turnedOff);
            pinLocked = !Boolean.FALSE.equals(pinLocked);
            somebodyWaits = !Boolean.FALSE.equals(somebodyWaits);
        }

        static final EmailSwitches ALL = new EmailSwitches(true, true, true, true, true, true);
    }

    /** What journals before 0.2 do not have is as it is by default. */
    public MailSettings {
        emailSwitches = emailSwitches == null ? EmailSwitches.ALL : emailSwitches;
    }

    /** Mail M1, when nobody says anything about it. */
    public boolean sendsWelcome() {
        return automaticallySendEmailsToUsers && emailSwitches.welcome();
    }

    /** Mail M3, when nobody says anything about it. */
    public boolean sendsPinReset() {
        return automaticallySendEmailsToUsers && emailSwitches.pinReset();
    }
}
