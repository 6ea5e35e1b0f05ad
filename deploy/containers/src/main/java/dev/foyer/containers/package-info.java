/** What the images are made of: whether we may ship it. */
package dev.foyer.containers;
