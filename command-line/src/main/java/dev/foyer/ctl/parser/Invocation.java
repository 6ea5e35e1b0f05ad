package dev.foyer.ctl.parser;

import java.util.List;

/** A cmdlet's name with its arguments, as they were typed. */
public record Invocation(String name, List<Argument> arguments) {}
