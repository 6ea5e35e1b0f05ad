package dev.foyer.ctl.client;

import dev.foyer.ctl.CtlException;
import java.time.Duration;
import java.time.Instant;

/** A profile whose tokens are renewed when they expire, and kept. */
public final class SignedIn {

    private static final Duration IN_GOOD_TIME = Duration.ofSeconds(20);

    private final Profiles profiles;
    private Profile profile;

    public SignedIn(Profile profile, Profiles profiles) {
        this.profile = profile;
        this.profiles = profiles;
    }

    /** As it is now. */
    public synchronized Profile profile() {
        return profile;
    }

    synchronized String header() {
        if (profile.signIn() instanceof Profile.Company company
                && company.expires().isBefore(Instant.now().plus(IN_GOOD_TIME))) {
            renew();
        }
        return profile.signIn().header();
    }

    /** False when there is nothing to renew it with, or the company says no. */
    synchronized boolean renew() {
        if (!(profile.signIn() instanceof Profile.Company company)
                || company.refresh().isEmpty()) {
            return false;
        }
        try {
            profile = profile.with(
                    DeviceFlow.at(company.issuer(), company.clientId()).refreshed(company));
        } catch (CtlException _) {
            // The gateway's 401 says what to do.
            return false;
        }
        profiles.renew(profile);
        return true;
    }
}
