package dev.foyer.proof.bench;

import java.util.Locale;

/** One measured number. */
public record Figure(String what, double value, String unit) implements Row {

    @Override
    public String line() {
        return String.format(Locale.ROOT, "%-62s %10.2f %s", what, value, unit);
    }
}
