package dev.foyer.gateway.signin;

import dev.foyer.base.Problem;
import dev.foyer.base.Unavailable;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.accounts.Accounts;
import dev.foyer.gateway.accounts.Identities;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.PinServiceClient.Generation;
import dev.foyer.gateway.company.Companies;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.signin.Attempt.Channel;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Coming in and going out, for the page. Blocks (virtual threads). */
@ApplicationScoped
public class PageSessions {

    private static final Logger LOG = Logger.getLogger(PageSessions.class);
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(3);
    private static final int THEIR_FAULT = 500;

    @Inject
    Companies companies;

    @Inject
    SignIns signIns;

    @Inject
    SignInReport report;

    @Inject
    Counting counting;

    @Inject
    Sessions sessions;

    @Inject
    SessionCookies cookies;

    @Inject
    ReadModel index;

    /**
     * Begins a session and gives its cookie with the answer.
     *
     * @return {@code false} when name or password is wrong
     * @throws Problem.ProblemException 429 while one has to wait
     */
    public boolean signIn(String name, String password, RoutingContext request) {
        Attempt attempt = Attempt.of(request, Channel.PAGE);
        return signIns.check(name, password.toCharArray(), attempt)
                .map(known -> begin(known, attempt, request))
                .orElse(false);
    }

    private boolean begin(Accounts.Known known, Attempt attempt, RoutingContext request) {
        Session session = sessions.begin(known, generation(known.account(), attempt));
        request.response().addCookie(cookies.write(session, request.request()));
        return true;
    }

    /** Begins a session of somebody who has just come from their company, and gives its cookie with the answer. */
    public void signInFromCompany(SecurityIdentity identity, RoutingContext request) {
        Account account = Identities.account(identity);
        Attempt attempt = Attempt.of(request, Channel.PAGE);
        Session session = sessions.begin(account, generation(account, attempt));
        request.response().addCookie(cookies.write(session, request.request()));
        report.succeeded(attempt);
    }

    /** Without pin-service one can still look at things; a session that ended there meanwhile ends as soon as we hear. */
    private int generation(Account account, Attempt attempt) {
        try {
            return counting.signedIn(account, attempt).body().generation();
        } catch (Problem.ProblemException e) {
            if (e.problem().status() < THEIR_FAULT) {
                throw e;
            }
            LOG.warnf(
                    "The sign-in of %s is not noted: %s",
                    account.name(), e.problem().title());
            return sessions.generation(account);
        }
    }

    /** For who goes on after the request: whether its session has not ended, and the account is as it was. */
    public BooleanSupplier holds(SecurityIdentity identity) {
        Session session = identity.getAttribute(SessionIdentityProvider.SESSION);
        return () -> session != null && sessions.holder(session).isPresent();
    }

    /**
     * Ends all sessions of the account, at all gateways; does nothing for somebody without a session.
     *
     * @return the company that the account is of, where one can sign out, too
     * @throws Problem.ProblemException 503 while pin-service is away: they go on, and nobody must think otherwise
     * @throws Unavailable while the index is being built
     */
    public Optional<String> signOut(SecurityIdentity identity, RoutingContext request) {
        Session session = identity.getAttribute(SessionIdentityProvider.SESSION);
        request.response().addCookie(cookies.none(request.request()));
        if (session == null) {
            return Optional.empty();
        }
        Account account = Identities.account(identity);
        Answered<Generation> done = counting.signOut(account, session, Attempt.correlationIdOf(request));
        index.passed(done.positions(), SEEN_WITHIN);
        return companies.ofTenant(account.tenant());
    }
}
