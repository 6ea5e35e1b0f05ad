/**
 * The small domain that is measured and attacked: accounts that never go below zero. Every event changes the balance and
 * every answer says the balance, so a lost, doubled or reordered event shows.
 */
package dev.foyer.proof.domain;
