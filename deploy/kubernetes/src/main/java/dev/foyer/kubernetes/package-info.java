/**
 * Makes the broker's part of {@code deploy/kubernetes} for the Strimzi operator: cluster, topics, users and what they may do follow from
 * {@code deploy/topics.yaml} and a few numbers of each overlay. All else there is written by hand.
 */
package dev.foyer.kubernetes;
