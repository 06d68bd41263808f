package fr.ondine.isolation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may ask for: one address is a mistake of ours, the others ask the database. */
@RestController
class FailingRoute {

    static final String MISTAKE = "/branding/erreur";
    static final String QUESTION = "/branding/question";
    static final String QUESTION_OF_THE_CONSOLE = "/VAADIN/question";

    private final JdbcClient database;

    FailingRoute(JdbcClient database) {
        this.database = database;
    }

    @GetMapping(MISTAKE)
    String mistake() {
        throw new IllegalStateException("a mistake of ours");
    }

    @GetMapping({QUESTION, QUESTION_OF_THE_CONSOLE})
    @Transactional(readOnly = true)
    String question() {
        return database.sql("select 'answered'").query(String.class).single();
    }
}
