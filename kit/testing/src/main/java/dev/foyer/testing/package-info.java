/** What the tests of every module share: the embedded broker and the given/when/then of deciders. */
package dev.foyer.testing;
