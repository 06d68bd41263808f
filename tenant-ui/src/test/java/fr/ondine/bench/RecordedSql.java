package fr.ondine.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The pool of the application, which can write down the statements that run through it; otherwise it only passes on. */
final class RecordedSql extends DelegatingDataSource {

    private volatile @Nullable List<Statement> recording;

    RecordedSql(DataSource pool) {
        super(pool);
    }

    /** A statement as it was run: its text and how its values were set. */
    record Statement(String sql, List<Setting> settings) {

        void run(Connection connection) throws SQLException, ReflectiveOperationException {
            try (var statement = connection.prepareStatement(sql)) {
                for (var setting : settings) {
                    setting.method().invoke(statement, setting.arguments());
                }
                try (var rows = statement.executeQuery()) {
                    var columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (var column = 1; column <= columns; column++) {
                            rows.getObject(column);
                        }
                    }
                }
            }
        }
    }

    private record Setting(Method method, Object[] arguments) {}

    /** What {@code work} runs on this thread's way, but for becoming the utility's role. */
    List<Statement> of(Runnable work) {
        var statements = new ArrayList<Statement>();
        recording = statements;
        work.run();
        recording = null;
        return statements.stream()
                .filter(statement -> !statement.sql().contains("set_config"))
                .toList();
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        var statements = recording;
        return statements == null ? connection : recorded(connection, statements);
    }

    private static Connection recorded(Connection connection, List<Statement> statements) {
        return proxy(Connection.class, (method, arguments) -> {
            var result = method.invoke(connection, arguments);
            return result instanceof PreparedStatement prepared
                    ? recorded(prepared, (String) arguments[0], statements)
                    : result;
        });
    }

    private static PreparedStatement recorded(PreparedStatement prepared, String sql, List<Statement> statements) {
        var settings = new ArrayList<Setting>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length >= 2) {
                settings.add(new Setting(method, arguments));
            } else if (method.getName().startsWith("execute")) {
                statements.add(new Statement(sql, List.copyOf(settings)));
            }
            return method.invoke(prepared, arguments);
        });
    }

    private interface Call {
        @Nullable
        Object answer(Method method, Object @Nullable [] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.answer(method, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
