package dev.foyer.ctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Json;
import dev.foyer.ctl.session.Options;
import dev.foyer.ctl.session.Session;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What changes, as it happens. */
@Command(name = "tail", description = "Tell of each change in the tenant as it happens, until Ctrl-C.")
final class TailCommand extends Root.Action implements LiveChanges.Listener {

    /** Another one would be waited for for ever. */
    private static final Set<String> KINDS = new LinkedHashSet<>(List.of(
            "USER",
            "NOTIFICATION",
            "MEETING",
            "SETTINGS",
            "SCAN",
            "WEBHOOK",
            "CAMPAIGN",
            "DEAD_LETTER",
            "SCIM_TOKEN",
            "CALL",
            "ACCOUNT",
            "TENANT"));

    @Option(
            names = "--kind",
            paramLabel = "kind",
            description =
                    "Only these: USER, NOTIFICATION, MEETING or SETTINGS; for who may read the audit also SCAN, WEBHOOK,"
                            + " CAMPAIGN, DEAD_LETTER, SCIM_TOKEN, CALL, ACCOUNT or TENANT.")
    private String kind;

    @Option(names = "--count", paramLabel = "n", description = "End after so many; without: never.")
    private int count = Integer.MAX_VALUE;

    private final LiveChanges changes;

    TailCommand(Session session) {
        super(session);
        changes = new LiveChanges(session, this);
    }

    TailCommand(Session session, Duration silence) {
        super(session);
        changes = new LiveChanges(session, this, silence);
    }

    @Override
    public ExitCode call() {
        if (kind != null && !KINDS.contains(kind.toUpperCase(Locale.ROOT))) {
            throw CtlException.usage(
                    "--kind takes " + String.join(", ", KINDS) + ", and \"" + kind + "\" is none of them.");
        }
        if (count < 1) {
            throw CtlException.usage("--count takes a number from 1 on.");
        }
        changes.tell();
        return ExitCode.DONE;
    }

    @Override
    public void begun() {
        session().console().say("Listening; Ctrl-C ends it.");
    }

    @Override
    public void missed() {
        session().console().warn("Something may be missing here: foyerctl audit --since 1h has all of it.");
    }

    @Override
    public boolean wanted() {
        return count > 0;
    }

    @Override
    public void changed(JsonNode change) {
        if (kind != null && !kind.equalsIgnoreCase(change.path("kind").asText())) {
            return;
        }
        var out = session().console().out();
        if (session().options().format() == Options.Format.JSON) {
            out.println(Json.line(change));
        } else {
            String whose = Optional.ofNullable(change.path("user").asText(null))
                    .orElse(change.path("id").asText(""));
            out.println("%s  %-22s  %s"
                    .formatted(
                            LiveChanges.moment(change.path("at").asText()),
                            change.path("type").asText(),
                            whose)
                    .stripTrailing());
        }
        out.flush();
        count--;
    }
}
