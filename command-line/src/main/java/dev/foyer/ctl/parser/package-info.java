/** A line as PowerShell reads it, as far as administrators type it: words, quotes, parameters, pipes. Knows no cmdlet. */
package dev.foyer.ctl.parser;
