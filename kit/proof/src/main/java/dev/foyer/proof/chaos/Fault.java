package dev.foyer.proof.chaos;

/** Something that goes wrong, and is put right again. */
interface Fault {

    /** In a few words, for the log. */
    String name();

    /** Does it; returns when everything is as before. What callers get meanwhile is checked at the end. */
    void inject(TestCluster cluster);
}
