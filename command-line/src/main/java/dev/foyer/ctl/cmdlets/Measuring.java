package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code Measure-Object}: what is known of all objects when the last one has come. */
final class Measuring extends ObjectCmdlets.Taking {

    private final Bound bound;
    private long count;
    private double sum;
    private Object least;
    private Object greatest;

    Measuring(Call call) {
        super(call);
        bound = call.bound();
    }

    @Override
    public boolean take(Row row, Sink next) {
        Optional<String> property = bound.text("Property");
        Object value = property.map(row::get).orElse(null);
        if (property.isPresent() && value == null) {
            return true;
        }
        count++;
        if (value != null) {
            sum += Comparison.isNumber(Row.shown(value)) ? Double.parseDouble(Row.shown(value)) : 0;
            least = least == null || ObjectCmdlets.compare(value, least) < 0 ? value : least;
            greatest = greatest == null || ObjectCmdlets.compare(value, greatest) > 0 ? value : greatest;
        }
        return true;
    }

    @Override
    public void end(Sink next) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Count", count);
        row.put("Average", bound.is("Average") && count > 0 ? (Object) (sum / count) : null);
        row.put("Sum", bound.is("Sum") ? (Object) sum : null);
        row.put("Maximum", bound.is("Maximum") ? greatest : null);
        row.put("Minimum", bound.is("Minimum") ? least : null);
        row.put("Property", bound.text("Property").orElse(null));
        next.take(Row.of(row));
    }
}
