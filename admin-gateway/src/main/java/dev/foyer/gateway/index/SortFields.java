package dev.foyer.gateway.index;

import java.util.List;
import org.apache.lucene.search.SortField;

/**
 * Sorting; the unique id is added by {@link TenantSearch}. What has no such field comes last: nothing that is found lacks it, and
 * Lucene skips what sorts behind a full page only when what lacks the field could not be in front of it.
 */
final class SortFields {

    /** Makes every order one of its own. */
    static final SortField BY_ID = new SortField(Fields.BY_ID, SortField.Type.STRING);

    private SortFields() {}

    static List<SortField> of(UserQuery.Order order) {
        return switch (order) {
            case DISPLAY_NAME -> text(Fields.BY_NAME, false);
            case DISPLAY_NAME_DESCENDING -> text(Fields.BY_NAME, true);
            case USER_PRINCIPAL_NAME -> text(Fields.BY_UPN, false);
            case USER_PRINCIPAL_NAME_DESCENDING -> text(Fields.BY_UPN, true);
            case PIN_SET_AT -> List.of(time(false));
            case PIN_SET_AT_DESCENDING -> List.of(time(true));
        };
    }

    private static List<SortField> text(String field, boolean descending) {
        return List.of(new SortField(
                field, SortField.Type.STRING, descending, descending ? SortField.STRING_FIRST : SortField.STRING_LAST));
    }

    /** The other way round. */
    static SortField reversed(SortField field) {
        boolean descending = !field.getReverse();
        return field.getType() == SortField.Type.LONG
                ? new SortField(
                        field.getField(), field.getType(), descending, descending ? Long.MIN_VALUE : Long.MAX_VALUE)
                : new SortField(
                        field.getField(),
                        field.getType(),
                        descending,
                        descending ? SortField.STRING_FIRST : SortField.STRING_LAST);
    }

    static SortField time(boolean descending) {
        return new SortField(
                Fields.BY_TIME, SortField.Type.LONG, descending, descending ? Long.MIN_VALUE : Long.MAX_VALUE);
    }
}
