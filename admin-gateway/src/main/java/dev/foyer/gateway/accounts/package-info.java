/**
 * Who may sign in: the accounts of the embedded default, from a file that is read before anything else and looked at
 * again while we run, and the comparison of passwords. What a sign-in costs and how long it holds is in {@code signin}.
 */
package dev.foyer.gateway.accounts;
