/** The images on one network, where an engine runs; and the files that they are started by. */
package dev.foyer.containers;
