package dev.foyer.notification.mail.smtp;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/** An object of somebody's, with some of its methods watched. What returns the object itself returns the watched one. */
public final class Watched {

    private Watched() {}

    /** Stands around a method. */
    @FunctionalInterface
    public interface Around {
        /** What the method gives its caller. */
        Object call(Call call) throws Throwable;
    }

    /** A call of a watched method; its arguments may be changed. */
    public record Call(Object real, Method method, Object[] arguments) {

        /** Does what was called, and returns what that returned. */
        public Object proceed() throws Throwable {
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    /** @param methods by their name */
    public static <T> T of(Class<T> type, T real, Map<String, Around> methods) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            Around around = methods.getOrDefault(method.getName(), Call::proceed);
            Object result = around.call(new Call(real, method, given == null ? new Object[0] : given));
            return result == real ? self : result;
        }));
    }
}
