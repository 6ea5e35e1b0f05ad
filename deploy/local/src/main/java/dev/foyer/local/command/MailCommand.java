package dev.foyer.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.run.Setup;
import dev.foyer.local.secrets.Secrets;
import dev.foyer.local.sink.ReceivedMails;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the mails that the sink received, the latest last, with their text. */
@Command(name = "mail", description = "List the received mails and show their text.")
public final class MailCommand implements Runnable {

    @Option(names = "--to", paramLabel = "address", description = "Only mails to this address.")
    private String to;

    @Option(names = "--last", paramLabel = "n", defaultValue = "10", description = "Only the last n (default 10).")
    private int last;

    @Override
    public void run() {
        Setup setup = Setup.of(System.getenv());
        Ports ports = Ports.read(setup.home())
                .orElseThrow(() -> new CannotRun("Foyer has not run yet; ./foyer up starts it."));
        ReceivedMails sink = new ReceivedMails(ports.http(Endpoint.SMTP_VIEW), Secrets.mailPasswordOf(setup.home()));
        List<JsonNode> mails = to == null ? sink.all() : sink.to(to);
        mails.subList(Math.max(0, mails.size() - last), mails.size()).forEach(MailCommand::print);
        System.out.println(
                mails.isEmpty() ? "No mail yet." : mails.size() + " mails; they are kept until Foyer stops.");
    }

    private static void print(JsonNode mail) {
        System.out.println("#" + mail.path("id").asText() + "  "
                + mail.path("receivedAt").asText() + "  to "
                + mail.path("to").valueStream().map(JsonNode::asText).toList() + "  from "
                + mail.path("from").asText());
        System.out.println("    " + mail.path("subject").asText());
        String text = mail.path("text").asText(mail.path("html").asText(""));
        text.strip().lines().forEach(line -> System.out.println("    | " + line));
        System.out.println();
    }
}
