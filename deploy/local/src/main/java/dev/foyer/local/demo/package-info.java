/**
 * The main job, played through the public API and the received mails, in the order in which the product is named after it:
 * a PIN is made, mailed, used to open a lobby, reset. One class per step; each says in plain words what happens and checks
 * it. {@code ./foyer demo} plays them for a person, the black-box test plays the same ones for the build.
 */
package dev.foyer.local.demo;
