package dev.foyer.pin.domain.signin;

/** What was signed in to; the names are in journals and contracts. */
public enum Channel {
    /** A session of the administrators' page begins. */
    PAGE,
    /** A request of the API with name and password; noted once per address, not per request. */
    API
}
