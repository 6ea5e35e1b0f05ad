package dev.foyer.pin.inbound;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.stream.Collectors;

/** Reads what a tenant wrote as one of our types, by the same constraints as the bodies of requests. Thread-safe. */
final class DirectoryData {

    static final String AGAIN = "; correct it and send the event again under a new id.";

    private final Validator validator;

    DirectoryData(Validator validator) {
        this.validator = validator;
    }

    /** @throws Unacceptable that names the fields, never what is in them */
    <T> T read(InboundEvent event, Class<T> type) {
        T read = EventData.of(event).strictlyAs(type);
        var wrong = validator.validate(read);
        if (!wrong.isEmpty()) {
            throw new Unacceptable(
                    wrong.stream().map(DirectoryData::sentence).sorted().collect(Collectors.joining(", and ")) + AGAIN);
        }
        return read;
    }

    private static String sentence(ConstraintViolation<?> violation) {
        return violation.getPropertyPath() + " " + violation.getMessage();
    }
}
