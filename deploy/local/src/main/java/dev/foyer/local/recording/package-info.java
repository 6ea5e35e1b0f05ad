/**
 * How the start is made fast: once after a build everything is started and used in a folder of its own, while the JVMs write
 * down what they load and what keeps them busy.
 */
package dev.foyer.local.recording;
