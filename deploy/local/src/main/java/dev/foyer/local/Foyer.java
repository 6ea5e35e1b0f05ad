package dev.foyer.local;

/** x */
public final class Foyer {
    private Foyer() {}
    /** x */
    public static void main(String[] a) {}
}
