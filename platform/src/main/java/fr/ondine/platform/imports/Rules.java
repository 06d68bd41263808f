package fr.ondine.platform.imports;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Volume;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks the staged rows against each other and against what is known; every broken rule names its rows. */
@Component
class Rules {

    private static final int FETCHED = 1_000;
    private static final int FIRST_ARGUMENT = 4;
    private static final Script RULES = Script.read("rules.sql");

    private final JdbcClient database;
    private final Clock clock;

    Rules(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void checkKeys(Collection<Sheet> sheets, Breaches breaches) {
        for (var sheet : sheets) {
            database.sql(sheet.repeatedKeys()).withFetchSize(FETCHED).query(row -> {
                var line = row.getLong(1);
                var key = sheet.keyHeaders().stream()
                        .map(column -> new Cell(sheet.file(), line, column))
                        .toList();
                breaches.add(new Breach(key, "repeated", List.of()));
            });
        }
    }

    void check(Breaches breaches) {
        for (var rule : RULES.steps()) {
            var statement = database.sql(rule.sql()).param("today", LocalDate.now(clock));
            statement.withFetchSize(FETCHED).query(row -> {
                breaches.add(breach(rule, row));
            });
        }
    }

    private static Breach breach(Script.Step rule, ResultSet row) throws SQLException {
        var line = row.getLong(1);
        var arguments = new ArrayList<Object>();
        for (var column : rule.words().subList(FIRST_ARGUMENT, rule.words().size())) {
            arguments.add(new Cell(rule.word(1), line, column));
        }
        for (int place = 2; place <= row.getMetaData().getColumnCount(); place++) {
            arguments.add(argument(row.getObject(place)));
        }
        return new Breach(List.of(new Cell(rule.word(1), line, rule.word(2))), rule.word(3), arguments);
    }

    private static Object argument(@Nullable Object selected) {
        return switch (selected) {
            case BigDecimal amount -> Money.euros(amount);
            case Long litres -> new Volume(litres);
            case null -> "";
            default -> selected;
        };
    }
}
