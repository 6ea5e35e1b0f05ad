package dev.foyer.gateway.api;

/** The PIN of a held mail, in this one answer (rule A4). Prints nothing of it. */
public record RevealAnswer(String pin) {
    @Override
    public String toString() {
        return "RevealAnswer[]";
    }
}
