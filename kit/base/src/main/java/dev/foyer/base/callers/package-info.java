/** Callers' numbers as bridges write them: told apart, masked, and found where they should not be. */
package dev.foyer.base.callers;
