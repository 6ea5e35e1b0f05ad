package dev.foyer.blackbox;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the administrators' page looks like: each page, and what it becomes when somebody does something there. A new one is a row.
 * In braces stands what {@link PageLookIT} has made.
 */
enum LookView {
    USERS("admin/users"),
    USERS_VIEW("admin/users", page -> page.locator("[popovertarget=view]").click()),
    USERS_HELP("admin/users", page -> page.locator("[popovertarget=q-help]").click()),
    USERS_MARKED("admin/users", page -> {
        page.locator("[data-marks]").check();
        page.locator("#marked.some button").waitFor();
    }),
    USERS_ALL_COLUMNS("admin/users?col=username&col=address&col=conference&col=telephone&col=pinset"),
    USERS_REFUSED("admin/users?q=conf%3Aletters"),
    USER("admin/users/{one}"),
    USER_LOCKED("admin/users/{two}"),
    USER_RESET("admin/users/{one}/act/reset"),
    USER_CHANGE("admin/users/{one}/act/change"),
    USER_MOVE("admin/users/{one}/act/move"),
    USER_MOVE_REFUSED("admin/users/{one}/act/move", page -> {
        page.locator(".chosen-id").fill("12");
        page.locator("#pane button.primary").click();
        page.locator("#pane [role=alert]").waitFor();
    }),
    USER_INFORM("admin/users/{one}/act/inform"),
    USER_INFORMED("admin/users/{one}/act/inform", page -> {
        page.locator("#pane button.primary").click();
        page.locator("#pane .sent").waitFor();
    }),
    USER_LOCK("admin/users/{one}/act/lock"),
    USER_UNLOCK("admin/users/{two}/act/unlock"),
    USER_ENABLE("admin/users/{off}/act/enable"),
    USER_OFF("admin/users/{one}/act/disable"),
    NOBODY("admin/users?q=nobody-is-called-so"),
    NO_SUCH_USER("admin/users/nobody-is-called-so"),
    SCANS("admin/scans"),
    OVERVIEW("admin/overview", page -> page.locator(".plot canvas").first().waitFor()),
    OVERVIEW_MOMENT("admin/overview?range=hour", page -> {
        page.locator(".plot canvas").first().waitFor();
        page.locator("#moment").focus();
        page.keyboard().press("Home");
    }),
    DELIVERIES("admin/deliveries"),
    DELIVERIES_MARKED(
            "admin/deliveries",
            page -> page.locator("#many tbody input").first().check()),
    DELIVERIES_ALL("admin/deliveries?view=all"),
    DELIVERIES_NONE("admin/deliveries?view=failed&kind=TURNED_OFF"),
    DELIVERY("admin/deliveries/{held}"),
    DELIVERY_ELSEWHERE(
            "admin/deliveries/{held}",
            page -> page.locator("[data-keeps=other] > summary").click()),
    DELIVERIES_FAILED("admin/deliveries?view=failed"),
    DELIVERY_FAILED("admin/deliveries/{failed}?view=failed"),
    DELIVERY_PREVIEW(
            "admin/deliveries/{held}",
            page -> page.locator("[data-keeps=preview] > summary").click()),
    DELIVERY_REVEALED("admin/deliveries/{reveal}", page -> {
        page.locator("#pane form[action*='/reveal?'] button").click();
        page.locator("#pane [data-once]").first().waitFor();
    }),
    PREVIEW("admin/deliveries/preview?kind=PIN_RESET&lang=it"),
    MEETINGS("admin/meetings"),
    MEETINGS_ENDED("admin/meetings?view=ended"),
    MEETING("admin/meetings/{lobby}"),
    MEETING_RUNNING("admin/meetings/{running}"),
    MEETING_JOIN(
            "admin/meetings/{lobby}",
            page -> page.locator("[data-keeps=join] > summary").click()),
    SETTINGS("admin/settings"),
    SETTING("admin/settings/pinLength"),
    SETTING_SURE("admin/settings/supportContact", page -> {
        page.locator("#value").fill("help@contoso.com");
        page.locator("#pane form.action button.primary").click();
        page.locator("#pane .changes").waitFor();
    }),
    SETTING_REFUSED("admin/settings/pinLength", page -> {
        page.locator("#value").fill("3");
        page.locator("#pane form.action button.primary").click();
        page.locator("#pane .changes").waitFor();
        page.locator("#pane form.action button.primary").click();
        page.locator("#pane [role=alert]").waitFor();
    }),
    SETTING_NUMBERS("admin/settings/serviceNumbers"),
    SETTING_SENDER("admin/settings/sender"),
    SETTING_SWITCHES("admin/settings/emailSwitches"),
    WEBHOOKS(
            "admin/settings/webhooks",
            page -> page.locator("details.action > summary").click()),
    WEBHOOK("admin/settings/webhooks/{hook}"),
    WEBHOOK_SECRET("admin/settings/webhooks/{hook}", page -> {
        page.locator("#hook-rotate-button").click();
        page.locator("#pane .fresh").waitFor();
    }),
    WEBHOOK_REFUSED("admin/settings/webhooks", page -> {
        page.locator("details.action > summary").click();
        page.locator("#url").fill("ftp://hooks.example.com/");
        page.locator("input[name=types]").first().check();
        page.locator("details.action button[type=submit]").click();
        page.locator("[role=alert]").waitFor();
    }),
    TOKENS("admin/settings/scim-tokens"),
    TOKEN_MADE("admin/settings/scim-tokens", page -> {
        page.locator("form.steps input[name=name]").fill("Look");
        page.locator("form.steps button[type=submit]").click();
        page.locator("[data-once]").first().waitFor();
    }),
    BULK("admin/bulk"),
    BULK_NEW("admin/bulk/new?q={one}"),
    BULK_RUN("admin/bulk/{campaign}"),
    BULK_LIST("admin/bulk/new", page -> page.locator("[value=LIST]").check()),
    BULK_TYPED("admin/bulk/new", page -> {
        page.locator("[value=RESET_PIN]").check();
        page.locator("#bulk button.primary").click();
        page.locator(".figures").waitFor();
    }),
    LETTERS("admin/dead-letters?view=all"),
    LETTERS_NONE("admin/dead-letters?view=all&reason=nothing-is-refused-so"),
    LETTER("admin/dead-letters/{letter}?view=all"),
    LETTERS_REPLAY("admin/dead-letters?view=waiting", page -> {
        page.locator("#replay-all").click();
        page.locator("#pane .counted").waitFor();
    }),
    AUDIT("admin/audit"),
    AUDIT_NOTHING("admin/audit?user=nobody-is-called-so"),
    TIMELINE("admin/audit/users/{one}"),
    TIMELINE_THEN("admin/audit/users/{one}?asOf={event}"),
    IDLE("admin/users", page -> page.evaluate("document.getElementById('idle').showModal()")),
    SIGNED_OUT("admin/users", page -> page.evaluate("document.getElementById('over').showModal()")),
    DOCUMENTS("docs"),
    SIGN_IN_FAILED("admin/sign-in/failed"),
    COMPANY("admin/sign-in/organization"),
    COMPANY_UNKNOWN("admin/sign-in/organization?organization=nobody.example"),
    COMPANY_AWAY("admin/sign-in/away"),
    COMPANY_SIGNED_OUT("admin/sign-out/company/nobody"),
    MEETINGS_MISSED("admin/meetings?q=1234567"),
    NOTHING_THERE("admin/nothing-is-here");

    private final String path;
    private final Consumer<Page> prepare;

    LookView(String path) {
        this(path, page -> {});
    }

    LookView(String path, Consumer<Page> prepare) {
        this.path = path;
        this.prepare = prepare;
    }

    /** Whether something is shown that is for one reader, one time: of that there is no picture. */
    boolean isSecret() {
        return this == DELIVERY_REVEALED || this == WEBHOOK_SECRET || this == TOKEN_MADE;
    }

    /** @param made what stands in braces, by its name */
    void open(Window window, Map<String, String> made) {
        String to = path;
        for (Map.Entry<String, String> one : made.entrySet()) {
            to = to.replace("{" + one.getKey() + "}", one.getValue());
        }
        window.to(to);
        prepare.accept(window.page());
    }
}
