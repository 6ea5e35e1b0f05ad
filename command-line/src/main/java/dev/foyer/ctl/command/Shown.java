package dev.foyer.ctl.command;

import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import dev.foyer.ctl.output.Views;
import dev.foyer.ctl.session.Options.Format;
import dev.foyer.ctl.session.Session;

/** What short commands show, in the form that the line asks for. */
final class Shown {

    private Shown() {}

    static void one(Session session, Row row) {
        Sink view = Views.of(format(session, Format.LIST), session.console());
        view.take(row);
        view.end();
    }

    /** For several: a table, unless the line says otherwise. */
    static Sink several(Session session) {
        Sink view = Views.of(format(session, Format.TABLE), session.console());
        return session.console().interactive() ? new OrNone(session, view) : view;
    }

    /** Somebody who looks is told that there is nothing to see. */
    private static final class OrNone implements Sink {

        private final Session session;
        private final Sink view;
        private boolean any;

        OrNone(Session session, Sink view) {
            this.session = session;
            this.view = view;
        }

        @Override
        public boolean take(Row row) {
            any = true;
            return view.take(row);
        }

        @Override
        public void end() {
            view.end();
            if (!any) {
                session.console().say("None.");
            }
        }
    }

    private static Format format(Session session, Format usual) {
        return session.options().format() == Format.VIEW
                ? usual
                : session.options().format();
    }
}
