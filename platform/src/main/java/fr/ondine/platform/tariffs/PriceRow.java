package fr.ondine.platform.tariffs;

import fr.ondine.platform.customers.Service;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A row of the query of all prices: the version, and a price of it unless it has no charge. */
record PriceRow(StoredVersion version, Service service, boolean isOfDefault, Optional<ChargeRow> charge) {

    static PriceRow of(ResultSet row, int number) throws SQLException {
        return new PriceRow(
                new StoredVersion(
                        new VersionId(row.getObject("version_id", UUID.class)),
                        new TariffId(row.getObject("tariff_id", UUID.class)),
                        VersionState.valueOf(row.getString("state")),
                        row.getInt("revision"),
                        new TariffVersion(
                                row.getObject("valid_from", LocalDate.class), row.getString("resolution"), List.of())),
                Service.valueOf(row.getString("service")),
                row.getBoolean("is_default"),
                row.getString("code") == null ? Optional.empty() : Optional.of(ChargeRow.of(row)));
    }
}
