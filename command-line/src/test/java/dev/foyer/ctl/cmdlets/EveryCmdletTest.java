package dev.foyer.ctl.cmdlets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.client.Json;
import dev.foyer.ctl.client.StubServer;
import dev.foyer.ctl.client.StubTenant;
import dev.foyer.ctl.command.Interpreter;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import dev.foyer.ctl.parser.Argument;
import dev.foyer.ctl.parser.Invocation;
import dev.foyer.ctl.parser.Lines;
import dev.foyer.ctl.parser.Value;
import dev.foyer.ctl.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is so of each cmdlet in the table, whoever adds one. */
class EveryCmdletTest {

    /** They ask for what is so anyway, as scripts do. */
    private static final Set<String> AS_ALWAYS =
            Set.of("Export-Csv -Force", "Export-Csv -NoTypeInformation", "Export-Csv -Encoding");

    @TempDir
    Path home;

    private final TestConsole console = new TestConsole();

    /** One of a cmdlet that does something. */
    record One(Cmdlet cmdlet, Parameter parameter) {

        @Override
        public String toString() {
            return cmdlet.name() + " -" + parameter.name();
        }

        /** Where nobody is asked anything, nothing need be forced. */
        boolean isAsAlways() {
            // Of one value, the binder refuses any other.
            return AS_ALWAYS.contains(toString())
                    || parameter.values().size() == 1
                    || parameter.equals(Common.FORCE) && !isChanging(cmdlet);
        }
    }

    static boolean isChanging(Cmdlet cmdlet) {
        return cmdlet.isOfUse()
                && cmdlet.parameters().stream()
                        .anyMatch(p -> p.name().equals("WhatIf") && p.meaning() instanceof Parameter.Meaning.Works);
    }

    static Stream<One> parameters() {
        return CmdletTable.all().stream()
                .filter(Cmdlet::isOfUse)
                .flatMap(cmdlet -> cmdlet.parameters().stream()
                        .filter(p -> p.meaning() instanceof Parameter.Meaning.Works)
                        .map(p -> new One(cmdlet, p)))
                .filter(one -> !one.isAsAlways());
    }

    static Stream<String> changing() {
        return CmdletTable.all().stream()
                .filter(EveryCmdletTest::isChanging)
                .flatMap(cmdlet ->
                        cmdlet.examples().stream().filter(Example::isDone).map(Example::line));
    }

    private Session session(StubServer gateway) {
        return new Session(
                console,
                new Folder(home),
                Map.of("FOYER_URL", gateway.url().toString(), "FOYER_ACCOUNT", "admin", "FOYER_PASSWORD", "x"));
    }

    /** One that nobody looks at would pretend: the line is done as if it had not been given. */
    @ParameterizedTest
    @MethodSource("parameters")
    void aParameterThatIsSaidToWorkIsLookedAt(One one) throws IOException {
        StubTenant tenant = new StubTenant(true);
        try (StubServer gateway = new StubServer(tenant)) {
            Session session = session(gateway);
            boolean looked = false;
            for (List<Argument> others : ways(one.cmdlet())) {
                Bound bound = bound(one, others);
                if (bound != null) {
                    run(one.cmdlet(), bound, session, UserRows.user(Json.parse(tenant.user()), "contoso.com"));
                    looked |= !bound.unread().contains(one.parameter().name());
                }
            }
            assertTrue(looked, one + " makes no difference, and nobody is told so");
        }
    }

    /** As its examples have it, and alone. */
    private List<List<Argument>> ways(Cmdlet cmdlet) {
        List<List<Argument>> all = new ArrayList<>();
        all.add(List.of());
        all.add(List.of(new Argument.Plain(new Value.Text("Identity")), new Argument.Plain(new Value.Text("amos"))));
        all.add(List.of(new Argument.Plain(new Value.Text("Identity")), new Argument.Named("eq", false)));
        for (Example example : cmdlet.examples()) {
            String line = example.line().replace("users.csv", "'" + home.resolve("users.csv") + "'");
            Lines.parse(line).getFirst().stream()
                    .filter(invocation -> cmdlet.isCalled(invocation.name()))
                    .forEach(invocation -> all.add(invocation.arguments()));
        }
        return all;
    }

    /** Null where they do not go together. */
    private Bound bound(One one, List<Argument> others) {
        List<Argument> arguments = without(one, others);
        arguments.add(
                new Argument.Named(one.parameter().name(), !one.parameter().isSwitch()));
        if (!one.parameter().isSwitch()) {
            arguments.add(new Argument.Plain(value(one.parameter())));
        }
        try {
            return Binder.bind(one.cmdlet(), new Invocation(one.cmdlet().name(), arguments), _ -> {});
        } catch (CtlException _) {
            return null;
        }
    }

    /** Nothing is given twice, and nothing is only said or asked. */
    private static List<Argument> without(One one, List<Argument> others) {
        List<Argument> left = new ArrayList<>();
        boolean dropsValue = false;
        for (Argument each : others) {
            if (each instanceof Argument.Named(String name, boolean colon)) {
                Parameter is = Binder.find(one.cmdlet(), name).orElse(null);
                boolean drops = is != null
                        && (is.name().equals(one.parameter().name())
                                || Set.of("WhatIf", "Confirm").contains(is.name()));
                dropsValue = drops && (colon || !is.isSwitch());
                if (!drops) {
                    left.add(each);
                }
            } else if (!dropsValue) {
                left.add(each);
            } else {
                dropsValue = false;
            }
        }
        return left;
    }

    private Value value(Parameter parameter) {
        if (parameter.name().equals("Path")) {
            return new Value.Text(home.resolve("other.csv").toString());
        }
        if (!parameter.values().isEmpty()) {
            return new Value.Text(parameter.values().getFirst());
        }
        return switch (parameter.kind()) {
            case SWITCH, BOOLEAN -> new Value.Bool(true);
            case NUMBER -> new Value.Text("1");
            case TEXT, LIST -> new Value.Text("x");
            case SCRIPT -> new Value.Script("$_.Identity -eq 'x'");
        };
    }

    /** Whether it is refused does not matter here: then it was looked at, too. */
    private static void run(Cmdlet cmdlet, Bound bound, Session session, Row row) {
        Sink taken = new Sink() {
            @Override
            public boolean take(Row each) {
                return true;
            }

            @Override
            public void end() {}
        };
        List<Stage> stages = new ArrayList<>();
        Work work = new Work(session, new LineRun(session, cmdlet.name()), 0);
        tried(() -> stages.add(cmdlet.body().stage(new Call(cmdlet, bound, session, work, true, true))));
        stages.forEach(stage -> {
            tried(() -> stage.start(taken));
            tried(() -> stage.take(row, taken));
            tried(() -> stage.take(row, taken));
            tried(() -> stage.end(taken));
        });
    }

    private static void tried(Runnable part) {
        try {
            part.run();
        } catch (CtlException _) {
            // One sentence for whoever typed it.
        }
    }

    @ParameterizedTest
    @MethodSource("changing")
    void whatWouldBeDoneIsSaidAndNotDone(String example) throws IOException {
        String name = example.split(" ")[0];
        String line = example.contains("-WhatIf") ? example : example.replaceFirst(name, name + " -WhatIf");
        try (StubServer gateway = new StubServer(new StubTenant(!name.startsWith("Enable-")))) {
            assertEquals(ExitCode.DONE, new Interpreter(session(gateway)).run(line), console::said);
            String said = console.written() + console.said();
            assertTrue(said.contains("What if: Performing the operation "), said);
            assertEquals(
                    Set.of("GET"),
                    Set.copyOf(gateway.asked().stream()
                            .map(StubServer.Asked::method)
                            .distinct()
                            .toList()));
        }
    }
}
