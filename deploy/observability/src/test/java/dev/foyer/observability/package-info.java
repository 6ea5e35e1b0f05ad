/** Whether what operators are given is made from its source, and whether Prometheus takes it. */
package dev.foyer.observability;
