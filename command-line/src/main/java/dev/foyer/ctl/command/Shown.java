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
        return Views.of(format(session, Format.TABLE), session.console());
    }

    private static Format format(Session session, Format usual) {
        return session.options().format() == Format.VIEW
                ? usual
                : session.options().format();
    }
}
