package fr.ondine.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.context.request.RequestContextHolder;

/** Counts the statements that a piece of work sends to the database, so that a list cannot grow a query for each row. */
public class StatementCount implements BeanPostProcessor {

    private final Map<Thread, Integer> counts = new ConcurrentHashMap<>();
    private final AtomicInteger ofRequests = new AtomicInteger();

    /** How many statements the work prepares on this thread; what jobs do meanwhile does not count. */
    public int of(Runnable work) {
        counts.put(Thread.currentThread(), 0);
        try {
            work.run();
            return counts.get(Thread.currentThread());
        } finally {
            counts.remove(Thread.currentThread());
        }
    }

    /** How many statements the requests prepare that are answered during the work. */
    public int ofRequests(Runnable work) {
        ofRequests.set(0);
        work.run();
        return ofRequests.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? counted(source, DataSource.class, AutoCloseable.class) : bean;
    }

    private Object counted(Object target, Class<?>... types) {
        return Proxy.newProxyInstance(getClass().getClassLoader(), types, (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement") || method.getName().equals("createStatement")) {
                counts.computeIfPresent(Thread.currentThread(), (thread, count) -> count + 1);
                if (RequestContextHolder.getRequestAttributes() != null) {
                    ofRequests.incrementAndGet();
                }
            }
            try {
                var result = method.invoke(target, arguments);
                return method.getReturnType() == Connection.class ? counted(result, Connection.class) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
