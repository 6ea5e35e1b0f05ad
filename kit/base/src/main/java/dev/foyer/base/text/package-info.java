/**
 * What texts from outside may be: one rule for each kind, the same at every door, be it a body, a record, a path or a form.
 * {@link dev.foyer.base.text.Text} puts a rule on a field of a body or of a record's data; everywhere else
 * {@link dev.foyer.base.text.TextKind} is asked. What has passed is in its one form, so that equal texts are equal.
 */
package dev.foyer.base.text;
