package dev.foyer.proof.front;

import java.util.Map;

/** What one connection asks, one request after the other. Used by one thread. */
interface Script {

    /** The name under which the next request is counted, and the request. */
    Map.Entry<String, Request> next();

    /** The answer to it. */
    default void answered(Response response) {}

    /** Makes the script of each connection, by number. */
    @FunctionalInterface
    interface Maker {
        Script of(int connection);
    }

    /** One kind of request, over and over. */
    static Maker repeating(String name, java.util.function.IntFunction<Request> request) {
        return connection -> new Script() {
            private int n = connection * 7919;

            @Override
            public Map.Entry<String, Request> next() {
                return Map.entry(name, request.apply(n++ & Integer.MAX_VALUE));
            }
        };
    }
}
