package dev.foyer.service.eventsourced;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.stream.Collectors;

/** Reads what a tenant wrote as one of our types, by the same constraints as the bodies of requests. Thread-safe. */
public final class InboundData {

    /** How sentences end of what must be corrected. */
    public static final String AGAIN = "; correct it and send the event again under a new id.";

    private final Validator validator;

    /** @param validator of the service */
    public InboundData(Validator validator) {
        this.validator = validator;
    }

    /** @throws Unacceptable that names the fields, never what is in them */
    public <T> T read(InboundEvent event, Class<T> type) {
        T read = EventData.of(event).strictlyAs(type);
        var wrong = validator.validate(read);
        if (!wrong.isEmpty()) {
            throw new Unacceptable(
                    wrong.stream().map(InboundData::sentence).sorted().collect(Collectors.joining(", and ")) + AGAIN);
        }
        return read;
    }

    private static String sentence(ConstraintViolation<?> violation) {
        return violation.getPropertyPath() + " " + violation.getMessage();
    }
}
