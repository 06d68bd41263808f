package fr.ondine.platform.tariffs;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the charges and prices of a draft. */
@Repository
class Charges {

    private final JdbcClient database;

    Charges(JdbcClient database) {
        this.database = database;
    }

    void add(VersionId version, TariffVersion content) {
        var position = 0;
        for (var charge : content.charges()) {
            add(version.value(), charge, position++);
            Entries.of(charge)
                    .forEach(price -> add(version.value(), charge.terms().code(), price));
        }
    }

    void removeOf(VersionId version) {
        database.sql("delete from tariff_charge where version_id = ?")
                .param(version.value())
                .update();
    }

    private void add(UUID version, Charge charge, int position) {
        var terms = charge.terms();
        var draft = ChargeDraft.of(charge);
        database.sql("insert into tariff_charge (version_id, code, position, kind, label, section, beneficiary,"
                        + " rate_basis, vat_rate, vat_mention, is_per_dwelling, is_on_request, is_of_sewerage,"
                        + " basin)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''))")
                .params(
                        version,
                        terms.code(),
                        position,
                        draft.kind().name(),
                        terms.label(),
                        terms.section().name(),
                        terms.beneficiary().name(),
                        terms.basis().name(),
                        terms.vat().rate().percent(),
                        terms.vat().mention(),
                        draft.isPerDwelling(),
                        draft.isOnRequest(),
                        terms.isOfSewerage(),
                        draft.basin())
                .update();
    }

    private void add(UUID version, String code, PriceEntry price) {
        database.sql("insert into tariff_price (version_id, charge_code, diameter_mm, season_from, from_litres, price)"
                        + " values (?, ?, nullif(?, 0), nullif(?, ''), ?, ?)")
                .params(
                        version,
                        code,
                        price.diameter().orElse(0),
                        price.season().map(day -> day.toString().substring(2)).orElse(""),
                        price.from().litres(),
                        price.price().perUnit())
                .update();
    }
}
