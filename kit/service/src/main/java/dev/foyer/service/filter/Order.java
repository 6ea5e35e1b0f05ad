package dev.foyer.service.filter;

/** Priorities of the filters before authentication (200) and routing; the highest comes first. */
public final class Order {
    /** Ids that later answers carry. */
    public static final int CORRELATION = 6_000;
    /** Headers of every answer. */
    public static final int HEADERS = 5_000;
    /** One form of the path. */
    public static final int PATH = 4_000;
    /** Who is asked, and from where; for services that browsers reach. */
    public static final int WHO = 3_000;
    /** What is accepted as an answer. */
    public static final int ACCEPT = 2_000;
    /** The body, and what it is. */
    public static final int BODY = 1_000;

    private Order() {}
}
