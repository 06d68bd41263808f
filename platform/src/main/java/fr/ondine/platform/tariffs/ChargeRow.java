package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Coefficient;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.kernel.Volume;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A charge as a row has it, with one of its prices or one year of its levy. */
record ChargeRow(
        ChargeTerms terms,
        ChargeKind kind,
        boolean isPerDwelling,
        boolean isOnRequest,
        String basin,
        Optional<PriceEntry> price,
        int year,
        Optional<LevyRate> rate) {

    static ChargeRow of(ResultSet row) throws SQLException {
        return new ChargeRow(
                terms(row),
                ChargeKind.valueOf(row.getString("kind")),
                row.getBoolean("is_per_dwelling"),
                row.getBoolean("is_on_request"),
                Objects.requireNonNullElse(row.getString("basin"), ""),
                row.getBigDecimal("price") == null ? Optional.empty() : Optional.of(price(row)),
                row.getInt("year"),
                row.getBigDecimal("rate") == null ? Optional.empty() : Optional.of(rate(row)));
    }

    /** The charge that rows of one code make together. */
    static Charge charge(List<ChargeRow> rows) {
        var first = rows.getFirst();
        var rates = new TreeMap<Integer, LevyRate>();
        rows.forEach(row -> row.rate.ifPresent(rate -> rates.put(row.year, rate)));
        return new ChargeDraft(
                        first.terms,
                        first.kind,
                        first.isPerDwelling,
                        first.isOnRequest,
                        first.basin,
                        rows.stream().flatMap(row -> row.price.stream()).toList())
                .charge(rates);
    }

    String code() {
        return terms.code();
    }

    private static ChargeTerms terms(ResultSet row) throws SQLException {
        return new ChargeTerms(
                row.getString("code"),
                row.getString("label"),
                InvoiceSection.valueOf(row.getString("section")),
                Beneficiary.valueOf(row.getString("beneficiary")),
                new Vat(new VatRate(row.getBigDecimal("vat_rate")), row.getString("vat_mention")),
                RateBasis.valueOf(row.getString("rate_basis")),
                row.getBoolean("is_of_sewerage"));
    }

    private static PriceEntry price(ResultSet row) throws SQLException {
        var season = row.getString("season_from");
        return new PriceEntry(
                Optional.ofNullable(row.getObject("diameter_mm", Integer.class)),
                season == null ? Optional.empty() : Optional.of(MonthDay.parse("--" + season)),
                new Volume(row.getLong("from_litres")),
                euros(row, "price"));
    }

    private static LevyRate rate(ResultSet row) throws SQLException {
        return new LevyRate(euros(row, "rate"), new Coefficient(row.getBigDecimal("coefficient")));
    }

    private static UnitPrice euros(ResultSet row, String column) throws SQLException {
        return new UnitPrice(row.getBigDecimal(column), Money.zero().currency());
    }
}
