package fr.ondine.migrations;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/** Counts the statements that go through a data source, and tells the number of each before it runs. */
final class CountedStatements {

    private final AtomicInteger count = new AtomicInteger();
    private final IntConsumer listener;

    CountedStatements() {
        this(_ -> {});
    }

    CountedStatements(IntConsumer listener) {
        this.listener = listener;
    }

    int count() {
        return count.get();
    }

    DataSource around(DataSource source) {
        return proxy(DataSource.class, source);
    }

    private <T> T proxy(Class<T> type, T target) {
        InvocationHandler handler = (_, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                listener.accept(count.incrementAndGet());
            }
            try {
                return wrap(method.getReturnType(), method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object wrap(Class<?> type, Object result) {
        if (type == Connection.class) {
            return proxy(Connection.class, (Connection) result);
        }
        if (type == PreparedStatement.class) {
            return proxy(PreparedStatement.class, (PreparedStatement) result);
        }
        return type == Statement.class ? proxy(Statement.class, (Statement) result) : result;
    }
}
