package dev.foyer.gateway.page;

/** A page: what it cannot show it says itself ({@link ProblemPages}), not as a document for programs. */
interface SaysProblems {}
