package dev.foyer.ctl.client;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
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
        if (profile.signIn() instanceof Profile.Company company && !isGood(company)) {
            try {
                renew();
            } catch (CtlException away) {
                // For a moment longer it holds.
                if (company.expires().isBefore(Instant.now())) {
                    throw away;
                }
            }
        }
        return profile.signIn().header();
    }

    private static boolean isGood(Profile.Company company) {
        return company.expires().isAfter(Instant.now().plus(IN_GOOD_TIME));
    }

    /** False when there is nothing to renew it with, or the company says no; throws when the company is away. */
    synchronized boolean renew() {
        if (!(profile.signIn() instanceof Profile.Company company)
                || company.refresh().isEmpty()) {
            return false;
        }
        try {
            profile = profiles.renewed(profile, kept -> renewal(company, kept));
            return true;
        } catch (CtlException e) {
            if (e.code() != ExitCode.NOT_SIGNED_IN) {
                throw e;
            }
            // The gateway's 401 says what to do.
            return false;
        }
    }

    /** Another foyerctl may have renewed it meanwhile. */
    private Profile renewal(Profile.Company mine, Profile kept) {
        if (!(kept.signIn() instanceof Profile.Company now)) {
            return kept;
        }
        boolean others = !now.access().equals(mine.access());
        return others && isGood(now)
                ? kept
                : kept.with(DeviceFlow.at(now.issuer(), now.clientId()).refreshed(now));
    }
}
