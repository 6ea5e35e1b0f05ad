package dev.foyer.ctl.shell;

import dev.foyer.ctl.help.Completions;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers what may come next. */
final class TypedCompleter implements Completer {

    private final Completions completions;

    TypedCompleter(Completions completions) {
        this.completions = completions;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String begun = line.line().substring(0, line.cursor());
        for (Completions.Completion each : completions.of(begun)) {
            // Within braces the word of JLine is shorter than ours.
            String value = each.value().contains(" ")
                    ? each.value().substring(each.value().lastIndexOf(' ') + 1)
                    : each.value();
            candidates.add(
                    new Candidate(value, value, null, each.words().isEmpty() ? null : each.words(), null, null, true));
        }
    }
}
