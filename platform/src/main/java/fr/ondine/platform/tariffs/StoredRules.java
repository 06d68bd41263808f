package fr.ondine.platform.tariffs;

import java.math.RoundingMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of the bound utility's rules; without it the usual ones hold. */
@Repository
class StoredRules {

    private final JdbcClient database;

    StoredRules(JdbcClient database) {
        this.database = database;
    }

    TariffRules get() {
        return database.sql("select rounding, day_count, tier_reset, standing_cap from rating_rules")
                .query((row, number) -> new TariffRules(
                        new RatingRules(
                                RoundingMode.valueOf(row.getString("rounding")),
                                DayCount.valueOf(row.getString("day_count")),
                                TierReset.valueOf(row.getString("tier_reset"))),
                        StandingCap.valueOf(row.getString("standing_cap"))))
                .optional()
                .orElse(TariffRules.USUAL);
    }

    void put(TariffRules rules) {
        database.sql("insert into rating_rules (rounding, day_count, tier_reset, standing_cap) values (?, ?, ?, ?)"
                        + " on conflict (only_one) do update set rounding = excluded.rounding,"
                        + " day_count = excluded.day_count, tier_reset = excluded.tier_reset,"
                        + " standing_cap = excluded.standing_cap")
                .params(
                        rules.rating().rounding().name(),
                        rules.rating().dayCount().name(),
                        rules.rating().tierReset().name(),
                        rules.cap().name())
                .update();
    }
}
