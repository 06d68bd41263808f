package fr.ondine.ui;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.PropertyResolver;

/** Why the main PostgreSQL does not let a process in that begins, as the setting by which it tried. */
final class DatabaseRefusal {

    private static final String OWNER = "ondine.database.owner-username";

    /** By SQLSTATE, which no language of a server changes. */
    private static final Map<String, String> URLS = Map.of(
            "3D000", "ondine.database.url names a database that PostgreSQL does not have.",
            "08001", "ondine.database.url leads to no PostgreSQL that answers.");

    private DatabaseRefusal() {}

    /** What lies deepest is what the server said; a pool says over it that it waited in vain. */
    static Optional<String> sentence(Throwable failure, PropertyResolver settings) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> cause instanceof SQLException refused ? Stream.of(refused) : Stream.empty())
                .flatMap(refused -> sentence(refused, settings).stream())
                .reduce((wrapped, deeper) -> deeper);
    }

    private static Optional<String> sentence(SQLException refused, PropertyResolver settings) {
        var state = String.valueOf(refused.getSQLState());
        return state.equals("28P01") || state.equals("28000")
                ? Optional.of(password(String.valueOf(refused.getMessage()), settings))
                : Optional.ofNullable(URLS.get(state));
    }

    private static String password(String said, PropertyResolver settings) {
        var owner = settings.getProperty(OWNER, "");
        return !owner.isEmpty() && said.contains(owner)
                ? "ondine.database.owner-password is not what PostgreSQL knows for " + OWNER + "."
                : "ondine.database.app-password is not what PostgreSQL knows for ondine_app.";
    }
}
