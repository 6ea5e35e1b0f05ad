/**
 * {@code ./foyer bench}: the kit beside bare Kafka clients, in one run on one broker, round by round in turn, so that
 * what else the machine does falls on all of them alike. Targets are ratios, because figures in ms belong to a machine.
 */
package dev.foyer.proof.bench;
