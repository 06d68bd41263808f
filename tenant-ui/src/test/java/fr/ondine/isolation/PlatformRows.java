package fr.ondine.isolation;

import fr.ondine.testing.services.Services;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the platform itself keeps: its utilities, its operators, and what they did. */
final class PlatformRows {

    /** Other applications on this database go on working; what is asked for at the console is in the audit too. */
    private static final Set<String> RESTLESS =
            Set.of("scheduled_tasks", "tenant_measure", "audit_witness", "operator_witness");

    private PlatformRows() {}

    /** A digest of every row, as the schema's owner sees them; a mail that is tried again draws another invitation. */
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
                        + owner.sql("select coalesce(md5(string_agg(kept, '|' order by kept)), '') from"
                                        + " (select (to_jsonb(t) - 'invitation_hash' - 'invitation_expires_at')::text"
                                        + " as kept from platform." + table + " t) as all_rows")
                                .query(String.class)
                                .single())
                .collect(Collectors.joining("\n"));
    }
}
