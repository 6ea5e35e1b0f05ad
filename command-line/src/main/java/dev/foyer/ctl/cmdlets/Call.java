package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Gateway;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.session.Options;
import dev.foyer.ctl.session.Session;
import java.util.Optional;

/**
 * A cmdlet's place in a line, with what it may use.
 *
 * @param first whether nothing comes in
 * @param last whether its objects go to the screen
 */
public record Call(Cmdlet cmdlet, Bound bound, Session session, Work work, boolean first, boolean last) {

    /** The same as if that had been typed, too. */
    Call with(String parameter, String text) {
        return new Call(cmdlet, bound.with(parameter, text), session, work, first, last);
    }

    /** The API. */
    public Gateway gateway() {
        return session.gateway();
    }

    /** A sentence that is no object. */
    public void warn(String sentence) {
        session.console().warn(sentence);
    }

    /** {@code -Tenant} may only name one's own. */
    void checkTenant() {
        for (String parameter : new String[] {"Tenant", "TenantDomain"}) {
            Optional<String> given = bound.text(parameter);
            if (given.isPresent() && !given.get().equalsIgnoreCase(session.tenant())) {
                throw CtlException.usage("-" + parameter + " can only be your own tenant, " + session.tenant()
                        + "; for another one sign in there: foyerctl login --profile <name>.");
            }
        }
    }

    /**
     * Whether a change is to be made: {@code -WhatIf} says what would be done, {@code -Confirm} asks, unless {@code -Force}
     * says that nobody need be.
     *
     * @param operation as "Reset the PIN"
     * @param target whose
     */
    boolean should(String operation, String target) {
        if (bound.is("WhatIf")) {
            session.progress().clear();
            session.console()
                    .say("What if: Performing the operation \"" + operation + "\" on target \"" + target + "\".");
            return false;
        }
        boolean forced = bound.is("Force") && cmdlet.parameters().contains(Common.FORCE);
        return !bound.is("Confirm") || forced || work.agreed(session.console(), operation, target);
    }

    /** Whether somebody sees what comes out: else it need not be asked for. */
    boolean isSeen() {
        return !last || session.options().format() != Options.Format.NONE;
    }

    /** Whether a PIN may be asked for in clear: for one user by name, whose object goes nowhere but to the screen. */
    boolean showsPin() {
        return first && last && session.options().format() != Options.Format.NONE;
    }

    /** What identifies the user: the parameter, or the object that came in. */
    Optional<String> identity(Row input) {
        if (bound.has("Identity")) {
            return bound.text("Identity");
        }
        if (input == null) {
            return Optional.empty();
        }
        for (String property : new String[] {"Identity", "UserPrincipalName", "ObjectId", "SipAddress", "Value"}) {
            if (input.get(property) instanceof String text && !text.isBlank()) {
                return Optional.of(text);
            }
        }
        throw new CtlException(
                ExitCode.USAGE,
                cmdlet.name() + " got an object without Identity or UserPrincipalName; it names nobody.");
    }

    /** The same, which must be there. */
    String mustIdentify(Row input) {
        return identity(input)
                .orElseThrow(() -> CtlException.usage(
                        cmdlet.name() + " needs -Identity: a user's name, such as amos.marble@contoso.com."));
    }
}
