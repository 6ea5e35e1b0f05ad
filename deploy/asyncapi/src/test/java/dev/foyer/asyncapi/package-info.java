/** Whether {@code docs/asyncapi.yaml} is up to date, sound, and true of the records that are really written. */
package dev.foyer.asyncapi;
