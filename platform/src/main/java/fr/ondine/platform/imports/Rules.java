package fr.ondine.platform.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks the staged rows against each other and against what is known; every broken rule names its rows. */
@Component
class Rules {

    private static final int FETCHED = 1_000;
    private static final Script RULES = Script.read("rules.sql");

    private final JdbcClient database;
    private final Clock clock;

    Rules(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void checkKeys(Collection<Sheet> sheets, Refusals refusals) {
        for (var sheet : sheets) {
            database.sql(sheet.repeatedKeys()).withFetchSize(FETCHED).query(row -> {
                refusals.add(
                        sheet.file(), row.getLong(1), sheet.keyHeader(), row.getString(2), new Refused("repeated"));
            });
        }
    }

    void check(Refusals refusals) {
        for (var rule : RULES.steps()) {
            var statement = database.sql(rule.sql()).param("today", LocalDate.now(clock));
            statement.withFetchSize(FETCHED).query(row -> {
                var why = new Refused(rule.word(3), Objects.requireNonNullElse(row.getString(3), ""));
                refusals.add(rule.word(1), row.getLong(1), rule.word(2), row.getString(2), why);
            });
        }
    }
}
