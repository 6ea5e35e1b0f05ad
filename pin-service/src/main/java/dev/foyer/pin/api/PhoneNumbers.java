package dev.foyer.pin.api;

import dev.foyer.base.Problem;
import dev.foyer.pin.contract.E164;
import java.util.List;

/** Telephone numbers in request bodies. */
final class PhoneNumbers {

    private PhoneNumbers() {}

    /**
     * @return E.164, or {@code null} for {@code null}
     * @throws Problem.ProblemException 400 when it is no possible number
     */
    static String e164(String written) {
        return written == null ? null : E164.of(written).orElseThrow(() -> invalid(written));
    }

    static List<String> e164(List<String> written) {
        return written == null
                ? List.of()
                : written.stream().map(PhoneNumbers::e164).toList();
    }

    private static RuntimeException invalid(String written) {
        return Problem.of(
                        400,
                        "phone-number-invalid",
                        "Not a telephone number",
                        "\"" + written
                                + "\" is no E.164 number; write it with its country code, such as +390212345678.")
                .exception();
    }
}
