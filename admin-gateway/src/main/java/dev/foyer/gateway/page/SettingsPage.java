package dev.foyer.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Problem;
import dev.foyer.base.Problem.ProblemException;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.AuditResource;
import dev.foyer.gateway.api.HistoryAnswer;
import dev.foyer.gateway.api.ListAnswer;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.api.SettingsResource;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;

/** All settings with what they mean; a change is shown, old and new, before it is made. */
@Path("/admin/settings")
@RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SettingsPage implements SaysProblems {

    /** Of the form, beside the setting's own. */
    private static final String SURE = "sure";

    private static final String SEEN = "seen";

    /** What the audit calls it. */
    private static final String CHANGED = "TenantSettingsChanged";

    private static final String LOOKED_AT = "100";
    /** Of so many changes of other settings one that is older is not looked for. */
    private static final int MOST_PAGES = 20;

    private static final int MOST_SHOWN = 5;

    @Inject
    ApiRequest request;

    @Inject
    SettingsResource settings;

    @Inject
    AuditResource audit;

    @Inject
    Shell shell;

    @Inject
    Words words;

    /** Set when htmx wants a part of the page. */
    @RestHeader("HX-Request")
    String part;

    @GET
    @Operation(hidden = true)
    public TemplateInstance all() {
        SettingList all = list(settings.read());
        return part == null ? Templates.settings(all, null) : Templates.settingList(all);
    }

    @GET
    @Path("/{name}")
    @Operation(hidden = true)
    public TemplateInstance one(String name) {
        JsonNode now = settings.read();
        return show(now, pane(now, name));
    }

    /** Asks first; what is confirmed is sent once more. */
    @POST
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance change(String name, MultivaluedMap<String, String> form) {
        JsonNode now = settings.read();
        SettingPane pane = pane(now, name);
        Setting setting = pane.row().setting();
        JsonNode wanted = SettingForm.value(setting.kind(), form);
        JsonNode becomes = wanted == null ? setting.standard() : wanted;
        SettingRow typed = new SettingRow(setting, becomes, glossary());
        if (!Objects.equals(form.getFirst(SEEN), pane.seen())) {
            return show(now, pane.refused(say().meanwhile(), typed));
        }
        if (Objects.equals(becomes, pane.row().value())) {
            return show(now, pane.refused(say().same(), typed));
        }
        if (!form.containsKey(SURE)) {
            return show(
                    now,
                    pane.asking(new SettingPane.Change(
                            pane.row().shown(), pane.row().shown(becomes), fields(form))));
        }
        try {
            JsonNode after = settings.change(setting.patch(wanted));
            return show(after, pane(after, name).done());
        } catch (ProblemException e) {
            return show(now, pane.refused(Said.of(e.problem(), words.of(ShellMessages.class)), typed));
        }
    }

    private static List<Map.Entry<String, String>> fields(MultivaluedMap<String, String> form) {
        return form.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> Map.entry(field.getKey(), value)))
                .toList();
    }

    private TemplateInstance show(JsonNode now, SettingPane pane) {
        return part == null ? Templates.settings(list(now), pane) : Templates.settingPane(pane);
    }

    private SettingList list(JsonNode now) {
        return new SettingList(
                request.account().tenant(),
                Setting.of(now).stream().map(one -> row(one, now)).toList(),
                glossary(),
                request.is(Roles.ADMIN) || request.is(Roles.AUDITOR));
    }

    private SettingPane pane(JsonNode now, String name) {
        Setting setting = Setting.of(now).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                404,
                                "setting-not-found",
                                "There is no such setting",
                                "Look at the list of all settings.")
                        .exception());
        SettingRow row = row(setting, now);
        return new SettingPane(row, row, request.is(Roles.ADMIN), numbers(setting, now), null, false, null, past(row));
    }

    private List<SettingPast> past(SettingRow row) {
        if (!request.is(Roles.ADMIN) && !request.is(Roles.AUDITOR)) {
            return List.of();
        }
        var changes = new AuditResource.Wanted(null, null, CHANGED, null, null, null);
        List<SettingPast> past = new ArrayList<>();
        String cursor = null;
        int page = 0;
        do {
            ListAnswer<HistoryAnswer> found = audit.list(changes, LOOKED_AT, cursor);
            past.addAll(SettingPast.of(row, found.items()));
            cursor = found.next();
        } while (cursor != null && past.size() < MOST_SHOWN && ++page < MOST_PAGES);
        return past.stream().limit(MOST_SHOWN).toList();
    }

    private static List<String> numbers(Setting setting, JsonNode now) {
        return setting.kind() instanceof SettingKind.NumberOf(String type)
                ? now.path("serviceNumbers")
                        .valueStream()
                        .filter(one -> one.path("type").asText().equals(type))
                        .map(one -> one.path("number").asText())
                        .toList()
                : List.of();
    }

    private SettingRow row(Setting setting, JsonNode now) {
        return new SettingRow(setting, setting.in(now), glossary());
    }

    private Glossary glossary() {
        return Glossary.of("settings", shell.language());
    }

    private PrefsMessages say() {
        return words.of(PrefsMessages.class);
    }
}
