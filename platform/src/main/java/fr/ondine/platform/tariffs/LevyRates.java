package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Coefficient;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.UnitPrice;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rates of the water agencies' levies at the bound utility. */
@Repository
class LevyRates {

    private final JdbcClient database;

    LevyRates(JdbcClient database) {
        this.database = database;
    }

    List<LevyYear> all() {
        return database.sql("select basin, charge_code, year, rate, coefficient from levy_rate"
                        + " order by basin, charge_code, year desc")
                .query((row, number) -> new LevyYear(
                        row.getString("basin"),
                        row.getString("charge_code"),
                        row.getInt("year"),
                        new LevyRate(
                                new UnitPrice(
                                        row.getBigDecimal("rate"), Money.zero().currency()),
                                new Coefficient(row.getBigDecimal("coefficient")))))
                .list();
    }

    void put(LevyYear rate) {
        database.sql("insert into levy_rate (basin, charge_code, year, rate, coefficient) values (?, ?, ?, ?, ?)"
                        + " on conflict (basin, charge_code, year) do update"
                        + " set rate = excluded.rate, coefficient = excluded.coefficient")
                .params(
                        rate.basin(),
                        rate.charge(),
                        rate.year(),
                        rate.rate().base().perUnit(),
                        rate.rate().coefficient().value())
                .update();
    }
}
