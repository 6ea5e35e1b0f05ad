package dev.foyer.pin.domain.scan;

/** Why a source of calls stays as it is. */
public sealed interface CallSourceRefusal {

    /** Nothing was ever counted there, or it was cleared before. */
    record SourceUnknown() implements CallSourceRefusal {}
}
