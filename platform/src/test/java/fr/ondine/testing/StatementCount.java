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

/**
 * Counts the statements that a piece of work sends to the database, so that a list cannot grow a query for each row; and kills
 * the work before one of them, so that none leaves anything half done.
 */
public class StatementCount implements BeanPostProcessor {

    /** Nobody catches it, as nobody catches a kill. */
    public static final class Killed extends Error {}

    private final Map<Thread, Integer> counts = new ConcurrentHashMap<>();
    private final Map<Thread, Integer> lasts = new ConcurrentHashMap<>();
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

    /** The same, for work that is killed before it prepares another statement than so many. */
    public int killedAfter(int last, Runnable work) {
        lasts.put(Thread.currentThread(), last);
        try {
            return of(work);
        } finally {
            lasts.remove(Thread.currentThread());
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

    private int more(Thread thread, int count) {
        if (count >= lasts.getOrDefault(thread, Integer.MAX_VALUE)) {
            throw new Killed();
        }
        return count + 1;
    }

    private Object counted(Object target, Class<?>... types) {
        return Proxy.newProxyInstance(getClass().getClassLoader(), types, (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement") || method.getName().equals("createStatement")) {
                counts.computeIfPresent(Thread.currentThread(), this::more);
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
