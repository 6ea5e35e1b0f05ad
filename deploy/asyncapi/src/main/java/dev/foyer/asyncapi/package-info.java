/**
 * The AsyncAPI document {@code docs/asyncapi.yaml}, made from the contract files of the services and from
 * {@code deploy/topics.yaml}. Knows no topic and no event by name: a folder with contracts appears in it by itself.
 */
package dev.foyer.asyncapi;
