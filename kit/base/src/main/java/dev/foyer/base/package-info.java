/**
 * What every service of ours has in common, whatever it runs on: who asks and why, where a record lies, what a refusal
 * looks like over HTTP, how JSON is written, how long to wait before the next try. Needs Jackson, and a library that knows telephone numbers.
 */
package dev.foyer.base;
