package dev.foyer.service;

import dev.foyer.base.CommandMeta;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.MDC;

/**
 * The keys that join lines of logs: {@value #TENANT}, {@value #COMMAND}, {@value #CORRELATION}, {@value #TRACE}. They have no words of people in
 * them but the correlation id, of which only decent ones are taken.
 */
public final class LogKeys {

    public static final String TENANT = "tenant";
    public static final String COMMAND = "commandId";
    public static final String CORRELATION = "correlationId";

    /** As OpenTelemetry calls it where a span is under way. */
    public static final String TRACE = "traceId";

    private static final int TRACE_BEGINS = 3;
    private static final int TRACE_ENDS = 35;

    private LogKeys() {}

    /** For all lines that are written while the present request is answered: they live and end with its Vert.x context. */
    public static void ofRequest(String tenant, String commandId, String correlationId) {
        MDC.put(TENANT, tenant);
        MDC.put(COMMAND, commandId);
        MDC.put(CORRELATION, correlationId);
    }

    /** The same for a request of which no more is known yet. */
    public static void ofRequest(String correlationId) {
        MDC.put(CORRELATION, correlationId);
    }

    /** Lines that this writes have the keys of that command; those of before are there again afterwards. */
    public static void with(String tenant, CommandMeta meta, Runnable writes) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(TENANT, tenant);
        keys.put(COMMAND, meta.commandId());
        keys.put(CORRELATION, meta.correlationId());
        if (meta.traceparent() != null) {
            keys.put(TRACE, meta.traceparent().substring(TRACE_BEGINS, TRACE_ENDS));
        }
        Map<String, Object> before = new LinkedHashMap<>();
        keys.forEach((key, value) -> before.put(key, MDC.put(key, value)));
        try {
            writes.run();
        } finally {
            before.forEach((key, value) -> {
                if (value == null) {
                    MDC.remove(key);
                } else {
                    MDC.put(key, value);
                }
            });
        }
    }
}
