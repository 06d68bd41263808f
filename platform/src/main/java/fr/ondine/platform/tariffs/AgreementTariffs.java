package fr.ondine.platform.tariffs;

import fr.ondine.platform.customers.AgreementId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which agreements of the bound utility have a tariff of their own. */
@Repository
class AgreementTariffs {

    private final JdbcClient database;

    AgreementTariffs(JdbcClient database) {
        this.database = database;
    }

    Map<AgreementId, SortedMap<LocalDate, TariffId>> of(Collection<AgreementId> agreements) {
        var choices = new LinkedHashMap<AgreementId, SortedMap<LocalDate, TariffId>>();
        database.sql("select agreement_id, valid_from, tariff_id from agreement_tariff where agreement_id = any (?)")
                .param(agreements.stream().map(AgreementId::value).toArray(UUID[]::new))
                .query(row -> {
                    choices.computeIfAbsent(
                                    new AgreementId(row.getObject("agreement_id", UUID.class)), id -> new TreeMap<>())
                            .put(
                                    row.getObject("valid_from", LocalDate.class),
                                    new TariffId(row.getObject("tariff_id", UUID.class)));
                });
        return choices;
    }

    void choose(AgreementId agreement, LocalDate from, TariffId tariff) {
        database.sql("insert into agreement_tariff (agreement_id, valid_from, tariff_id) values (?, ?, ?)"
                        + " on conflict (agreement_id, valid_from) do update set tariff_id = excluded.tariff_id")
                .params(agreement.value(), from, tariff.value())
                .update();
    }
}
