/** What a PIN is, which ones are refused, and how one is recognised without being kept. Product rules A1, A2, A4, A6. */
package dev.foyer.pin.domain.pin;
