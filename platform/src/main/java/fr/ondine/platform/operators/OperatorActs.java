package fr.ondine.platform.operators;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what concerns operators and no utility, in the transaction that does it. */
@Component
class OperatorActs {

    private final JdbcClient database;

    OperatorActs(JdbcClient database) {
        this.database = database;
    }

    void record(String actor, String action, String detail) {
        database.sql("insert into platform.operator_audit (actor, action, slug, detail) values (?, ?, '', ?)")
                .params(actor, action, detail)
                .update();
    }
}
