package fr.ondine.platform.imports;

import fr.ondine.platform.oldaccounts.OldPasswords;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.platform.tenancy.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Streams the files of a zip into temporary tables of the transaction. */
@Component
class Staging {

    private final JdbcClient database;
    private final DataSource dataSource;
    private final Tenants tenants;
    private final Vault vault;
    private final OldPasswords passwords;
    private final ImportLimits limits;

    Staging(
            JdbcClient database,
            DataSource dataSource,
            Tenants tenants,
            Vault vault,
            OldPasswords passwords,
            ImportLimits limits) {
        this.database = database;
        this.dataSource = dataSource;
        this.tenants = tenants;
        this.vault = vault;
        this.passwords = passwords;
        this.limits = limits;
    }

    /** The files of the format, as the bound utility fills them. */
    List<Sheet> sheets() {
        return new Format(new UtilityFields(tenants.current(), vault), passwords).sheets();
    }

    void load(Archive archive, List<Sheet> sheets, Counts counts, Refusals refusals) {
        sheets.forEach(sheet -> database.sql(sheet.createTable()).update());
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            for (var sheet : sheets) {
                load(archive, sheet, connection, counts, refusals);
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("stage", null, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        sheets.forEach(sheet -> database.sql("analyze " + sheet.table()).update());
    }

    private void load(Archive archive, Sheet sheet, Connection connection, Counts counts, Refusals refusals)
            throws SQLException, IOException {
        var file = archive.sheet(sheet.file());
        if (file.isPresent()) {
            try (var in = file.get()) {
                counts.read(sheet.file(), new SheetLoader(sheet, refusals, limits.rest()).load(in, connection));
            }
        }
    }
}
