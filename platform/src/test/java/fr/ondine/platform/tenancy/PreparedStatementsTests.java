package fr.ondine.platform.tenancy;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.testing.PlatformTest;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** One connection for everybody, on which the driver keeps what it has prepared. */
@PlatformTest
@TestPropertySource(properties = {"ondine.database.connections=1", "ondine.jobs.enabled=false"})
class PreparedStatementsTests {

    private static final int OFTEN = 12;

    private final String reference = UUID.randomUUID().toString();

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void what_is_prepared_in_one_transaction_is_there_in_the_next() {
        holders(SIEGVO, OFTEN);

        assertThat(prepared(SIEGVO)).isEqualTo(1);
        assertThat(planned(SIEGVO)).as("executed more than once as prepared").isGreaterThan(2);
    }

    @Test
    void what_was_prepared_for_one_utility_reads_the_rows_of_the_next_and_back() {
        add(SIEGVO);

        IntStream.range(0, 3).forEach(round -> {
            assertThat(holders(SIEGVO, OFTEN)).isEqualTo(1);
            assertThat(holders(MALESHERBOIS, OFTEN)).isZero();
        });
        add(MALESHERBOIS);
        assertThat(holders(MALESHERBOIS, 1)).isEqualTo(1);
        assertThat(holders(SIEGVO, 1)).isEqualTo(1);
    }

    private long holders(TenantId tenant, int times) {
        return IntStream.range(0, times)
                .mapToLong(time -> in(
                        tenant,
                        () -> database.sql("select count(*) from customer where last_name = :name")
                                .param("name", reference)
                                .query(Long.class)
                                .single()))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    private void add(TenantId tenant) {
        in(
                tenant, () -> (long)
                        database.sql("insert into customer (id, kind, reference, last_name) values (?, 'PERSON', ?, ?)")
                                .params(UUID.randomUUID(), reference, reference)
                                .update());
    }

    private long prepared(TenantId tenant) {
        return in(
                tenant,
                () -> database.sql("select count(*) from pg_prepared_statements where statement like :text")
                        .param("text", "select count(*) from customer where last_name = %")
                        .query(Long.class)
                        .single());
    }

    private long planned(TenantId tenant) {
        return in(
                tenant,
                () -> database.sql(
                                "select generic_plans + custom_plans from pg_prepared_statements where statement like :text")
                        .param("text", "select count(*) from customer where last_name = %")
                        .query(Long.class)
                        .single());
    }

    private long in(TenantId tenant, LongSupplier work) {
        return TenantContext.<Long, RuntimeException>callAs(
                tenant, () -> transaction.execute(status -> work.getAsLong()));
    }
}
