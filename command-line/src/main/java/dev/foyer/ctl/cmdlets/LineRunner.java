package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import dev.foyer.ctl.output.Views;
import dev.foyer.ctl.parser.Invocation;
import dev.foyer.ctl.parser.Lines;
import dev.foyer.ctl.session.Options;
import dev.foyer.ctl.session.Session;
import java.util.ArrayList;
import java.util.List;

/** Runs a line of cmdlets: all of it is understood before anything is sent. */
public final class LineRunner {

    private final Session session;

    public LineRunner(Session session) {
        this.session = session;
    }

    /** Whether a word is a cmdlet's name. */
    public static boolean isCmdlet(String word) {
        return CmdletTable.named(word).isPresent();
    }

    /** Whether a word looks like a cmdlet's name, as a misprinted one does; a command's may do, too. */
    public static boolean looksLikeCmdlet(String word) {
        return word.matches("(?i)\\p{Alpha}+-\\p{Alnum}+");
    }

    /** Throws {@link CtlException} when it ends early; what one object was refused is said, and the others go on. */
    public ExitCode run(String line) {
        LineRun run = new LineRun(session, line);
        List<Pipeline> pipelines = new ArrayList<>();
        for (List<Invocation> invocations : Lines.parse(line)) {
            pipelines.add(understood(invocations, new Work(session, run, pipelines.size())));
        }
        ExitCode worst = ExitCode.DONE;
        try {
            for (Pipeline pipeline : pipelines) {
                worst = run(pipeline) > 0 ? ExitCode.REFUSED : worst;
            }
        } catch (CtlException e) {
            if (!mayBeDone(e.code())) {
                run.endIfNothingIsDone();
            }
            throw e;
        }
        run.end();
        return worst;
    }

    /** What is left to do of a pipeline whose words are understood. */
    private record Pipeline(List<Stage> stages, Work work, Options.Format format) {}

    private Pipeline understood(List<Invocation> pipeline, Work work) {
        if (pipeline.size() > 1) {
            session.bulk();
        }
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < pipeline.size(); i++) {
            Invocation invocation = pipeline.get(i);
            Cmdlet cmdlet = CmdletTable.find(invocation.name(), session.console()::warn);
            Bound bound = Binder.bind(cmdlet, invocation, session.console()::warn);
            if (bound.is("Verbose")) {
                session.showRequests();
            }
            boolean last = i == pipeline.size() - 1;
            stages.add(cmdlet.body().stage(new Call(cmdlet, bound, session, work, i == 0, last)));
        }
        return new Pipeline(stages, work, formatAfter(pipeline.getLast()));
    }

    /** How many were refused. */
    private int run(Pipeline pipeline) {
        List<Stage> stages = pipeline.stages();
        Work work = pipeline.work();
        Shown shown = new Shown(Views.of(pipeline.format(), session.console()));
        Sink next = shown;
        for (int i = stages.size() - 1; i > 0; i--) {
            next = new Linked(stages.get(i), next, work);
        }
        try {
            stages.getFirst().start(next);
            stages.getFirst().end(next);
            next.end();
        } catch (RuntimeException e) {
            stages.forEach(Stage::brokenOff);
            shown.endIfAny();
            work.brokenOff();
            throw e;
        }
        work.end();
        return work.failures();
    }

    /** Whether the change that was under way may have been made: who was refused it knows better. */
    private static boolean mayBeDone(ExitCode code) {
        return switch (code) {
            case STOPPED, AWAY, NOT_SIGNED_IN, FAILED -> true;
            case DONE, REFUSED, DIFFERS, NO_RIGHTS, USAGE -> false;
        };
    }

    /** What shows or keeps objects itself leaves none to be shown. */
    private Options.Format formatAfter(Invocation last) {
        String name = CmdletTable.find(last.name(), _ -> {}).name();
        return name.matches("(Format|Export|ConvertTo)-.*")
                ? Options.Format.NONE
                : session.options().format();
    }

    /** The end of a line. */
    private final class Shown implements Sink {

        private final Sink view;
        private boolean any;

        Shown(Sink view) {
            this.view = view;
        }

        @Override
        public boolean take(Row row) {
            any = true;
            session.progress().clear();
            return view.take(row);
        }

        @Override
        public void end() {
            view.end();
        }

        /** What came before an error is shown. */
        void endIfAny() {
            if (any) {
                view.end();
            }
        }
    }

    private final class Linked implements Sink {

        private final Stage stage;
        private final Sink next;
        private final Work work;

        Linked(Stage stage, Sink next, Work work) {
            this.stage = stage;
            this.next = next;
            this.work = work;
        }

        @Override
        public boolean take(Row row) {
            try {
                return stage.take(row, next);
            } catch (CtlException e) {
                if (e.code() != ExitCode.REFUSED) {
                    throw e;
                }
                work.failed(named(row) + e.getMessage());
                return true;
            }
        }

        private String named(Row row) {
            Object name = row.get("Identity") == null ? row.get("UserPrincipalName") : row.get("Identity");
            return name == null ? "" : name + ": ";
        }

        @Override
        public void end() {
            stage.end(next);
            next.end();
        }
    }
}
