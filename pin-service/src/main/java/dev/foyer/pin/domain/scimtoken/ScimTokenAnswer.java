package dev.foyer.pin.domain.scimtoken;

/** What became of a command. */
public sealed interface ScimTokenAnswer {

    /** It is as was asked. @param tokenId of the one that it is about; {@code null}: of several or none */
    record TokenNoted(String tokenId) implements ScimTokenAnswer {}
}
