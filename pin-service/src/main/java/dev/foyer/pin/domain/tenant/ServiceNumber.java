package dev.foyer.pin.domain.tenant;

import java.util.List;

/**
 * A number that callers may dial.
 *
 * @param number E.164
 * @param city for people, may be {@code null}
 * @param country ISO 3166-1 alpha-2, may be {@code null}
 * @param languages BCP 47, the main one first, may be {@code null}
 */
public record ServiceNumber(String number, Type type, String city, String country, List<String> languages) {

    /** Who pays for the call. */
    public enum Type {
        TOLL,
        TOLL_FREE
    }
}
