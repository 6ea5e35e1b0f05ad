/** The rules, pure: one package per aggregate, and {@code pin} for what they share. */
package dev.foyer.pin.domain;
