/**
 * Whether instances of two versions of Foyer can work side by side on one broker, told from what both say of themselves: the sheet of each
 * service ({@code compatibility.properties}), {@code deploy/topics.yaml}, the contracts of events and of requests. Nothing is run for it.
 */
package dev.foyer.local.upgrade;
