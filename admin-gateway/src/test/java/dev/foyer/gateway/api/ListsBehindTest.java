package dev.foyer.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.gateway.index.ResultPage;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListsBehindTest {

    private static MultivaluedMap<String, Object> headersOf(boolean behind) {
        ResultPage<String> page = new ResultPage<>(List.of("amos"), null, 1, behind);
        ListAnswer<String> answer = ListAnswer.of(page, name -> name);
        MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
        new ListsBehind().say((ContainerResponseContext) Proxy.newProxyInstance(
                ListsBehindTest.class.getClassLoader(),
                new Class<?>[] {ContainerResponseContext.class},
                (proxy, method, arguments) -> method.getName().equals("getEntity") ? answer : headers));
        return headers;
    }

    @Test
    void aListThatMayMissTheLatestSaysSo() {
        assertEquals(List.of("behind"), headersOf(true).get("Foyer-View"));
        assertEquals(0, headersOf(false).size());
    }
}
