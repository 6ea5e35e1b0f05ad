/**
 * Who is who at the broker, and what each of them may: the users, one for each service, operator and tenant's system, with
 * their password files, and the ACLs that follow from {@code deploy/topics.yaml}. Begin with {@code AccessRules}.
 */
package dev.foyer.local.access;
