package dev.foyer.gateway.index;

import java.util.List;
import org.apache.lucene.search.SortField;

/** Sorting of users; the unique id is added by {@link TenantSearch}. */
final class SortFields {

    private SortFields() {}

    static List<SortField> of(UserQuery.Order order) {
        return switch (order) {
            case DISPLAY_NAME -> text(Fields.BY_NAME, false);
            case DISPLAY_NAME_DESCENDING -> text(Fields.BY_NAME, true);
            case USER_PRINCIPAL_NAME -> text(Fields.BY_UPN, false);
            case USER_PRINCIPAL_NAME_DESCENDING -> text(Fields.BY_UPN, true);
            case PIN_SET_AT -> List.of(new SortField(Fields.BY_TIME, SortField.Type.LONG, false));
            case PIN_SET_AT_DESCENDING -> List.of(new SortField(Fields.BY_TIME, SortField.Type.LONG, true));
        };
    }

    private static List<SortField> text(String field, boolean descending) {
        return List.of(new SortField(field, SortField.Type.STRING, descending));
    }
}
