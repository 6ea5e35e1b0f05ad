/**
 * Child processes and the traces they leave: how a JVM is started here, its log of bounded size, and the record by which
 * a later run recognises it, by pid, start instant and command line together, so that nothing else is ever ended by mistake.
 */
package dev.foyer.local.process;
