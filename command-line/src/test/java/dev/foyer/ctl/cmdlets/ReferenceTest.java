package dev.foyer.ctl.cmdlets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every cmdlet of the reference with every parameter is known: it works, makes no difference, or is refused with the reason. */
class ReferenceTest {

    @Test
    void nothingOfTheReferenceIsUnheardOf() throws IOException {
        List<String> unknown = new ArrayList<>();
        List<String> ofAll = List.of();
        for (String row : table()) {
            String[] cells = row.split("\t", 2);
            List<String> names = List.of(cells[1].strip().split(" "));
            if (cells[0].equals("*")) {
                ofAll = names;
                continue;
            }
            Optional<Cmdlet> cmdlet = CmdletTable.named(cells[0]);
            if (cmdlet.isEmpty()) {
                unknown.add(cells[0]);
                continue;
            }
            List<String> wanted = new ArrayList<>(ofAll);
            names.stream().filter(name -> !name.isEmpty()).forEach(wanted::add);
            wanted.stream()
                    .filter(name -> cmdlet.get().parameters().stream().noneMatch(one -> one.isCalled(name)))
                    .forEach(name -> unknown.add(cells[0] + " -" + name));
        }
        assertEquals(List.of(), unknown);
    }

    private static List<String> table() throws IOException {
        try (InputStream file = ReferenceTest.class.getResourceAsStream("reference.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
