package fr.ondine.isolation;

import fr.ondine.testing.services.Services;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the platform itself keeps: its utilities, its operators, and what they did. */
final class PlatformRows {

    /** The work of other applications on this database goes on; what is asked for at the console is in the audit too. */
    private static final Set<String> RESTLESS = Set.of("scheduled_tasks", "tenant_measure");

    private PlatformRows() {}

    /** A digest of every row, as the schema's owner sees them. */
    static String digest() {
        var database = Services.shared().database();
        var owner = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.ownerUsername(), database.ownerPassword()));
        return owner
                .sql("select table_name from information_schema.tables where table_schema = 'platform'"
                        + " and table_type = 'BASE TABLE' and table_name not like 'databasechange%'"
                        + " order by table_name")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !RESTLESS.contains(table))
                .map(table -> table + "="
                        + owner.sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                                        + " from platform." + table + " t")
                                .query(String.class)
                                .single())
                .collect(Collectors.joining("\n"));
    }
}
