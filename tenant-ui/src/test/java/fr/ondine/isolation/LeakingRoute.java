package fr.ondine.isolation;

import fr.ondine.testing.services.Services;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Forgets, while it is told to, for whom it works: so it is seen that the attacks would notice a route that does. */
@RestController
class LeakingRoute {

    static final String ADDRESS = "/branding/fuite/{user}";

    private static volatile boolean leaks;

    static void whileItLeaks(Runnable attack) {
        leaks = true;
        try {
            attack.run();
        } finally {
            leaks = false;
        }
    }

    @GetMapping(ADDRESS)
    String anybodysAddress(@PathVariable UUID user) throws SQLException {
        if (!leaks) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var database = Services.shared().database();
        try (var owner = DriverManager.getConnection(
                        database.url(), database.ownerUsername(), database.ownerPassword());
                var statement = owner.createStatement()) {
            var schemas = new ArrayList<String>();
            var rows = statement.executeQuery("select nspname from pg_namespace where nspname like 't\\_m%'");
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
            var found = new StringBuilder();
            for (var schema : schemas) {
                var people = statement.executeQuery(
                        "select email from " + schema + ".user_account where id = '" + user + "'");
                while (people.next()) {
                    found.append(people.getString(1));
                }
            }
            return found.toString();
        }
    }
}
