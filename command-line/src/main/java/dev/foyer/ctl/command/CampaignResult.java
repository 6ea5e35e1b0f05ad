package dev.foyer.ctl.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Pages;
import dev.foyer.ctl.output.CsvReader;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import dev.foyer.ctl.session.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What became of each user: the gateway writes it as CSV, page by page, and nowhere are all of them in memory. */
@Command(name = "result", description = "Show what became of each user so far.")
final class CampaignResult extends Root.Action {

    private static final String FAILED = "FAILED";

    @Parameters(index = "0", paramLabel = "id", description = "As campaign list shows it.")
    private String id;

    @Option(names = "--failed", description = "Only those with whom it failed.")
    private boolean failed;

    CampaignResult(Session session) {
        super(session);
    }

    @Override
    public ExitCode call() {
        String path = CampaignCommand.CAMPAIGNS + "/" + Pages.segment(id) + "/result";
        Sink view = Shown.several(session());
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                session().gateway().stream(path, Map.of("Accept", "text/csv, application/problem+json")), UTF_8))) {
            CsvReader csv = new CsvReader(in, ',');
            List<String> names = csv.next().orElse(List.of());
            for (var cells = csv.next(); cells.isPresent(); cells = csv.next()) {
                session().cancel().check();
                ObjectNode one = JsonNodeFactory.instance.objectNode();
                for (int i = 0; i < names.size() && i < cells.get().size(); i++) {
                    one.put(names.get(i), cells.get().get(i));
                }
                if ((!failed || one.path("outcome").asText().equals(FAILED)) && !view.take(row(one))) {
                    break;
                }
            }
        } catch (IOException _) {
            throw new CtlException(ExitCode.AWAY, "The gateway broke off in the middle; ask it again.");
        }
        view.end();
        return ExitCode.DONE;
    }

    private static Row row(ObjectNode one) {
        String name = one.path("userPrincipalName").asText("");
        Map<String, Object> row = new LinkedHashMap<>();
        // Of somebody who is gone nothing but the id is known.
        row.put("User", name.isEmpty() ? one.path("user").asText() : name);
        row.put("Outcome", one.path("outcome").asText());
        row.put("Reason", one.path("reason").asText());
        row.put("Mail", one.path("mail").asText());
        row.put("At", one.path("at").asText());
        return new Row(row, one);
    }
}
