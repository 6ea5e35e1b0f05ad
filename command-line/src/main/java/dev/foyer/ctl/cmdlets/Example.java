package dev.foyer.ctl.cmdlets;

/**
 * How a cmdlet is used; each is run by the test of the transcripts.
 *
 * @param words what it does
 */
public record Example(String line, String words) {}
