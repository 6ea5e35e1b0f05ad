/** The typed shell: history, completion, colours while typing. */
package dev.foyer.ctl.shell;
