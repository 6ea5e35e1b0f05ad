package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import dev.foyer.gateway.api.MailPreviewAnswer;
import dev.foyer.gateway.api.NotificationKind;
import dev.foyer.gateway.api.ScanAnswer;
import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.UserEntry;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

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

    /**
     * At most one of the two is there.
     *
     * @param pane {@code null} while nobody is selected
     * @param action what is asked before something is done
     */
    static native TemplateInstance users(UserList list, UserPane pane, UserAction action);

    static native TemplateInstance list(UserList list);

    static native TemplateInstance pane(UserPane pane);

    static native TemplateInstance action(UserAction action);

    /**
     * @param id of the mail; {@code null}: another PIN has taken the place of the one in it
     * @param withPin whether it carries one
     */
    static native TemplateInstance fate(UserEntry user, String id, MailFate mail, UserAsk ask, boolean withPin);

    /** @param mayClear the account's role allows clearing; @param live it follows what happens */
    static native TemplateInstance scans(ResultPage<ScanAnswer> found, boolean mayClear, boolean live);

    static native TemplateInstance scanList(ResultPage<ScanAnswer> found, boolean mayClear, boolean live);

    /** @param pane {@code null} while none is chosen */
    static native TemplateInstance deliveries(DeliveryList list, DeliveryPane pane);

    static native TemplateInstance deliveryList(DeliveryList list);

    static native TemplateInstance deliveryPane(DeliveryPane pane);

    static native TemplateInstance preview(
            String tenant, NotificationKind kind, List<NotificationKind> kinds, MailPreviewAnswer mail);

    /** @param pane {@code null} while none is chosen */
    static native TemplateInstance meetings(MeetingList list, MeetingPane pane);

    static native TemplateInstance meetingList(MeetingList list);

    static native TemplateInstance meetingPane(MeetingPane pane);

    /** @param pane {@code null} while none is chosen */
    static native TemplateInstance bulk(BulkList list, BulkPane pane);

    static native TemplateInstance bulkList(BulkList list);

    static native TemplateInstance bulkPane(BulkPane pane);

    /** @param refusal why it can mean nothing, or {@code null} */
    static native TemplateInstance bulkNew(BulkForm form, String refusal);

    static native TemplateInstance bulkPreview(BulkPreview preview);

    /** At most one of the two is there. @param replay what comes of replaying all that are listed */
    static native TemplateInstance letters(LetterList list, LetterPane pane, LetterReplay replay);

    static native TemplateInstance letterList(LetterList list);

    static native TemplateInstance letterPane(LetterPane pane);

    static native TemplateInstance letterReplay(LetterReplay replay);

    static native TemplateInstance tokens(TokenList list);

    /** @param pane {@code null} while none is chosen */
    static native TemplateInstance settings(SettingList list, SettingPane pane);

    static native TemplateInstance settingList(SettingList list);

    static native TemplateInstance settingPane(SettingPane pane);

    /** @param pane {@code null} while none is chosen */
    static native TemplateInstance webhooks(HookList list, HookPane pane);

    static native TemplateInstance webhookPane(HookPane pane);

    static native TemplateInstance audit(AuditList list);

    static native TemplateInstance timeline(Timeline all);

    static native TemplateInstance timelinePast(Timeline all);

    static native TemplateInstance overview(Health health, ChartRange range, Charts charts);

    static native TemplateInstance health(Health health);

    /** @param keys in their order; @param problems that a call can run into */
    static native TemplateInstance phone(List<String> keys, List<ProblemWord> problems);

    static native TemplateInstance link(LinkSheet sheet);

    static native TemplateInstance problem(Problem problem);

    static native TemplateInstance problemPane(Problem problem);
}
