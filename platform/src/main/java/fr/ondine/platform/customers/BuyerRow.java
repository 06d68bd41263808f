package fr.ondine.platform.customers;

import java.sql.ResultSet;
import java.sql.SQLException;

/** As whom a holder buys, as a query tells it of the {@code customer c}. */
final class BuyerRow {

    /** What a holder buys as unless somebody says otherwise. */
    static final String USUAL = "case c.kind when 'ORGANISATION' then 'PROFESSIONAL' else 'CONSUMER' end";

    static final String COLUMNS = "coalesce(c.buyer_kind, " + USUAL
            + ") as buyer_kind, c.siren, c.siret, c.vat_number, c.service_code, c.commitment";

    private BuyerRow() {}

    static BuyerIdentity of(ResultSet row) throws SQLException {
        return new BuyerIdentity(
                BuyerKind.valueOf(row.getString("buyer_kind")),
                BuyerIdentity.known(row.getString("siren")),
                BuyerIdentity.known(row.getString("siret")),
                BuyerIdentity.known(row.getString("vat_number")),
                BuyerIdentity.known(row.getString("service_code")),
                BuyerIdentity.known(row.getString("commitment")));
    }
}
