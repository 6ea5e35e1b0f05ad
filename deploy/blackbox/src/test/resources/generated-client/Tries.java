package com.example;

import com.example.foyer.ApiException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;

/** What somebody needs who asks over a network: to ask again, to wait for what is promised, and to say what is not so. */
final class Tries {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Tries() {}

    /** One of the API. @param <T> its answer */
    interface Request<T> {
        T with(String key) throws ApiException;
    }

    /** What cannot be answered now (503) is asked again, under the same key: then it is the same request. */
    static <T> T asked(Request<T> request) throws Exception {
        String key = UUID.randomUUID().toString();
        long over = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return request.with(key);
            } catch (ApiException e) {
                if (e.getCode() != 503 || System.nanoTime() > over) {
                    throw e;
                }
                Thread.sleep(500);
            }
        }
    }

    static void refused(int status, String type, Callable<?> request, String what) throws Exception {
        try {
            request.call();
            is(false, what);
        } catch (ApiException e) {
            is(e.getCode() == status && (type == null || e.getResponseBody().contains(type)), what);
        }
    }

    static void soon(String what, Callable<Boolean> holds) throws Exception {
        long over = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.call()) {
            if (System.nanoTime() > over) {
                is(false, what);
            }
            Thread.sleep(100);
        }
        is(true, what);
    }

    static void is(boolean so, String what) {
        System.out.println((so ? "ok: " : "NOT SO: ") + what);
        if (!so) {
            System.exit(1);
        }
    }
}
