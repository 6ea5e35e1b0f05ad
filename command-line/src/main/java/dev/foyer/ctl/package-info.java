/**
 * {@code foyerctl}: a line comes in, is understood by {@code parser}, bound and run by {@code cmdlets} or {@code command},
 * asks the gateway through {@code client}, and is shown by {@code output}.
 */
package dev.foyer.ctl;
