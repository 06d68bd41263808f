package fr.ondine.bench;

import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.runs.BillingRuns;
import fr.ondine.platform.runs.Perimeter;
import fr.ondine.platform.runs.RunId;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.platform.runs.RunState;
import fr.ondine.platform.runs.RunTerms;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A utility of so many agreements, each with a meter that was read when its holder came and every half-year since. */
record BilledUtility(TenantId tenant, ConfigurableApplicationContext application, DataSource owner) {

    private static final int BATCH = 20_000;

    static BilledUtility of(String slug, int agreements, ConfigurableApplicationContext application, DataSource owner)
            throws IOException {
        application.getBean(Fleet.class).add(manyNumbers(FleetUtilities.yaml(slug, "siegvo")), "operator:bench");
        var utility = new BilledUtility(new TenantId(slug), application, owner);
        utility.statements("billed-tariff.sql");
        var people = resource("billed-people.sql");
        IntStream.range(0, (agreements + BATCH - 1) / BATCH)
                .forEach(batch -> utility.execute(people.replace("{first}", String.valueOf(batch * BATCH + 1))
                        .replace("{last}", String.valueOf(Math.min(agreements, (batch + 1) * BATCH)))));
        return utility;
    }

    /** Two million invoices a year, and whoever does not pay is reminded. */
    private static String manyNumbers(String yaml) {
        return yaml.replace("-######\"", "-#######\"").replace("2025-004218", "2025-0004218") + """

                reminders:
                  reminder:
                    days-after-due: 15
                    channel: paper
                    minimum: "5.00"
                  formal-notice:
                    days-after-due: 30
                    channel: paper
                    minimum: "5.00"
                  days-between: 15
                """;
    }

    /** What the server does by itself between two runs of a utility, which are months apart: vacuum comes again and again. */
    void settle() throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            for (var time = 0; time < 2; time++) {
                for (var table : tables()) {
                    statement.execute("vacuum (analyze) " + schema() + "." + table);
                }
            }
        }
    }

    private List<String> tables() {
        return call(() -> database()
                .sql(
                        "select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'")
                .query(String.class)
                .list());
    }

    private static String resource(String name) throws IOException {
        try (var file = BilledUtility.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void statements(String resource) throws IOException {
        execute(resource(resource));
    }

    private void execute(String sql) {
        call(() -> {
            for (var statement : sql.split(";\n")) {
                database().sql(statement).update();
            }
            return true;
        });
    }

    /** Orders a run for everybody and waits until all of it is issued. */
    void bill(Period period) {
        var day = period.until();
        var terms = new RunTerms(RunKind.ACTUAL, period, day, day, day.plusDays(30));
        var run = call(() -> bean(BillingRuns.class).order(terms, Perimeter.everybody(), "bench"));
        await(run, RunState.SIMULATED);
        call(() -> {
            bean(BillingRuns.class).validate(run, "bench");
            return true;
        });
        await(run, RunState.ISSUED);
    }

    void await(RunId run, RunState state) {
        while (call(() -> bean(BillingRuns.class).progress(run)).state() != state) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** In a transaction of the utility. */
    <T> T call(Supplier<T> work) {
        return TenantContext.callAs(
                tenant, () -> bean(TransactionTemplate.class).execute(status -> work.get()));
    }

    long count(String table) {
        return call(() -> database()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single());
    }

    /** Of the whole database. */
    long bytes() {
        return call(() -> database()
                .sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single());
    }

    String schema() {
        return "\"t_" + tenant.slug() + "\"";
    }

    private JdbcClient database() {
        return bean(JdbcClient.class);
    }
}
