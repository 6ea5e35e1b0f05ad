package dev.foyer.ctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Says as whom lines are done. */
@Command(name = "whoami", description = "Show where you are signed in, and as whom.")
final class WhoamiCommand extends Root.Action {

    WhoamiCommand(Session session) {
        super(session);
    }

    @Override
    public ExitCode call() {
        JsonNode me = session().me();
        List<String> roles = new ArrayList<>();
        me.path("roles").forEach(role -> roles.add(role.asText()));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Profile", session().gateway().profile().name());
        row.put("Address", session().gateway().profile().url().toString());
        row.put("Account", me.path("account").asText());
        row.put("Tenant", me.path("tenant").asText(null));
        row.put("Roles", roles);
        Shown.one(session(), Row.of(row));
        return ExitCode.DONE;
    }
}
