/**
 * The supervisor: everything that runs, started in order and waited for, watched, and stopped in reverse order. {@link
 * dev.foyer.local.run.LocalFoyer} is its front; the command line and the black-box tests use the same one.
 */
package dev.foyer.local.run;
