package dev.foyer.eventsourcing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** A digest of a type: the records that can be reached from it, with the names and types of their components. */
final class TypeFingerprint {

    private final TreeMap<String, String> described = new TreeMap<>();

    private TypeFingerprint() {}

    /** Of these types together. */
    static String of(Class<?>... types) {
        TypeFingerprint fingerprint = new TypeFingerprint();
        for (Class<?> type : types) {
            fingerprint.visit(type);
        }
        return HexFormat.of()
                .formatHex(sha256(fingerprint.described.toString()))
                .substring(0, 16);
    }

    private void visit(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            visit(parameterized.getRawType());
            for (Type argument : parameterized.getActualTypeArguments()) {
                visit(argument);
            }
        } else if (type instanceof Class<?> some && described.putIfAbsent(some.getName(), "") == null) {
            described.put(some.getName(), describe(some));
        }
    }

    private String describe(Class<?> type) {
        StringBuilder text = new StringBuilder();
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                visit(permitted);
            }
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                text.append(constant).append(' ');
            }
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                text.append(component.getName())
                        .append(':')
                        .append(component.getGenericType())
                        .append(' ');
                visit(component.getGenericType());
            }
        }
        return text.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
