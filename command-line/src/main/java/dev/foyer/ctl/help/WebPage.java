package dev.foyer.ctl.help;

import dev.foyer.ctl.cmdlets.Cmdlet;
import dev.foyer.ctl.cmdlets.CmdletTable;
import dev.foyer.ctl.cmdlets.Example;
import dev.foyer.ctl.cmdlets.HelpText;
import dev.foyer.ctl.cmdlets.Parameter;
import picocli.CommandLine;

/** The reference as one page of HTML, without scripts. */
public final class WebPage {

    private static final String STYLE =
            "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f;background:#fff}"
                    + "code,pre{font-family:ui-monospace,monospace;background:#f3f3f6}pre{padding:.6rem;overflow-x:auto}"
                    + "dt{font-weight:600}dd{margin:0 0 .5rem 1.5rem}table{border-collapse:collapse}td{padding:.2rem 1rem .2rem 0;vertical-align:top}"
                    + ".none{color:#5a5a66}@media(prefers-color-scheme:dark){body{color:#ececf1;background:#17171c}code,pre{background:#26262e}"
                    + "a{color:#8ab4ff}.none{color:#a5a5b4}}";

    private final StringBuilder page = new StringBuilder();

    private WebPage() {}

    /** @param commands the short ones */
    public static String of(CommandLine commands) {
        WebPage web = new WebPage();
        web.line("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>foyerctl</title>");
        web.line("<meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE + "</style></head><body>");
        web.line(
                "<h1>foyerctl</h1><p>Made by <code>foyerctl web-page</code>, of the tables that the program itself reads.</p>");
        web.line("<nav><ul>");
        CmdletTable.all()
                .forEach(c -> web.line(
                        "<li><a href=\"#" + c.name() + "\">" + c.name() + "</a> " + html(c.synopsis()) + "</li>"));
        web.line("</ul></nav><h2>Commands</h2><dl>");
        CommandWords.all(commands).forEach(web::command);
        web.line("</dl><pre>"
                + html(String.join(
                                "\n", commands.getCommandSpec().usageMessage().footer()))
                        .strip() + "</pre>");
        web.line("<h2>Examples</h2>");
        CommandExamples.all()
                .forEach(each -> web.line(
                        "<p>" + html(each.words()) + "</p><pre>" + html("foyerctl " + each.line()) + "</pre>"));
        CmdletTable.all().forEach(web::cmdlet);
        web.line("</body></html>");
        return web.page.toString();
    }

    private void command(CommandWords command) {
        line("<dt><code>" + html(command.line()) + "</code></dt><dd>" + html(command.words()));
        if (!command.parts().isEmpty()) {
            line("<table>");
            command.parts()
                    .forEach(part -> line("<tr><td><code>" + html(part.name()) + "</code></td><td>" + html(part.words())
                            + "</td></tr>"));
            line("</table>");
        }
        line("</dd>");
    }

    private void cmdlet(Cmdlet cmdlet) {
        line("<h2 id=\"" + cmdlet.name() + "\">" + cmdlet.name() + "</h2><p>" + html(cmdlet.synopsis()) + "</p>");
        line("<pre>" + html(HelpText.syntax(cmdlet)) + "</pre>");
        for (Example example : cmdlet.examples()) {
            line("<p>" + html(example.words()) + "</p><pre>" + html(example.line()) + "</pre>");
        }
        if (!cmdlet.notes().isEmpty()) {
            line("<p>" + html(cmdlet.notes()) + "</p>");
        }
        if (!cmdlet.properties().isEmpty()) {
            line("<p>Returns " + html(String.join(", ", cmdlet.properties())) + ".</p>");
        }
        line("<dl>");
        for (Parameter parameter : cmdlet.parameters()) {
            boolean works = parameter.meaning() instanceof Parameter.Meaning.Works;
            line("<dt" + (works ? "" : " class=\"none\"") + "><code>-" + parameter.name() + "</code></dt><dd"
                    + (works ? "" : " class=\"none\"") + ">"
                    + html(String.join(
                                    " ",
                                    HelpText.parameter(parameter).stream()
                                            .skip(1)
                                            .map(String::strip)
                                            .toList())
                            .strip())
                    + "</dd>");
        }
        line("</dl>");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
