/** The command line: one class per command of {@code ./foyer}. They print, and leave the work to the other packages. */
package dev.foyer.local.command;
