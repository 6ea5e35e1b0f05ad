package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import dev.foyer.gateway.api.ScanAnswer;
import dev.foyer.gateway.index.ResultPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, checked against their parameters when the gateway is built. */
@CheckedTemplate(basePath = "page")
final class Templates {

    private Templates() {}

    /**
     * @param problem what went wrong, or {@code null}
     * @param next where it goes on
     */
    static native TemplateInstance signIn(String problem, String next);

    /** @param problem what went wrong, or {@code null} */
    static native TemplateInstance signInCompany(String problem);

    /**
     * Goes on by itself.
     *
     * @param title what is done
     * @param next where it goes on
     */
    static native TemplateInstance leadOn(String title, String next);

    /** Where the company has nothing to sign out from. */
    static native TemplateInstance signedOut();

    /** @param pane {@code null} while nobody is selected */
    static native TemplateInstance users(UserList list, UserPane pane);

    static native TemplateInstance list(UserList list);

    static native TemplateInstance pane(UserPane pane);

    /** @param mayClear the account's role allows clearing */
    static native TemplateInstance scans(ResultPage<ScanAnswer> found, boolean mayClear);

    static native TemplateInstance link(LinkSheet sheet);

    static native TemplateInstance problem(Problem problem);

    static native TemplateInstance problemPane(Problem problem);
}
