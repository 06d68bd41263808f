package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseAwayTests {

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08001", "08003", "08006", "57P01", "57P02", "57P03"})
    void a_lost_or_refused_connection_is_seen_through_what_wraps_it(String state) {
        var wrapped = new IllegalStateException(
                new DataAccessResourceFailureException("wrapped", new SQLException("gone", state)));

        assertThat(DatabaseAway.isIn(wrapped)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42501", "40001", "57014"})
    void what_the_database_refused_is_none(String state) {
        assertThat(DatabaseAway.isIn(new DataIntegrityViolationException("", new SQLException("refused", state))))
                .isFalse();
    }

    @Test
    void a_connection_that_was_waited_for_in_vain_is_one() {
        assertThat(DatabaseAway.isIn(
                        new CannotCreateTransactionException("", new SQLTransientConnectionException("timed out"))))
                .isTrue();
    }

    @Test
    void one_is_seen_behind_the_rollback_that_failed_too() {
        var rollback = new TransactionSystemException("no rollback", new SQLException("Connection is closed"));
        assertThat(DatabaseAway.isIn(rollback)).isFalse();

        rollback.initApplicationException(
                new DataAccessResourceFailureException("", new SQLException("gone", "08006")));

        assertThat(DatabaseAway.isIn(rollback)).isTrue();
    }

    @Test
    void a_mistake_of_ours_is_none() {
        assertThat(DatabaseAway.isIn(new CannotCreateTransactionException("", new IllegalStateException("no utility"))))
                .isFalse();
        assertThat(DatabaseAway.isIn(null)).isFalse();
    }
}
