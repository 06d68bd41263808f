package fr.ondine.platform.imports;

import fr.ondine.platform.customers.Service;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tariffs.Beneficiary;
import fr.ondine.platform.tariffs.Charge;
import fr.ondine.platform.tariffs.ChargeDraft;
import fr.ondine.platform.tariffs.ChargeKind;
import fr.ondine.platform.tariffs.ChargeTerms;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.NewTariff;
import fr.ondine.platform.tariffs.PriceEntry;
import fr.ondine.platform.tariffs.RateBasis;
import fr.ondine.platform.tariffs.Vat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A row of the file of tariffs: one price, with all that it says of its charge, version and tariff. */
record StagedPrice(
        long line,
        NewTariff tariff,
        LocalDate validFrom,
        String resolution,
        Words words,
        Optional<UnitPrice> price,
        Optional<Integer> diameter,
        Optional<MonthDay> season,
        Volume from) {

    /** What a row says of its charge; the same on each of its rows. */
    record Words(
            String code,
            String label,
            ChargeKind kind,
            InvoiceSection section,
            Beneficiary beneficiary,
            RateBasis basis,
            String vatRate,
            String vatMention,
            boolean isPerDwelling,
            boolean isOnRequest,
            boolean isOfSewerage,
            String basin) {

        ChargeDraft charge(List<PriceEntry> prices) {
            var vat = Vat.of(vatRate, vatMention);
            var terms = new ChargeTerms(code, label, section, beneficiary, vat, basis, isOfSewerage);
            return new ChargeDraft(terms, kind, isPerDwelling, isOnRequest, basin, prices);
        }
    }

    /** What makes rows one version; what else they say of it is that of the first. */
    record Version(String tariff, LocalDate validFrom) {}

    static StagedPrice of(ResultSet row, int number) throws SQLException {
        var season = row.getString("season_from");
        var price = row.getBigDecimal("price");
        var kind = ChargeKind.valueOf(row.getString("kind"));
        return new StagedPrice(
                row.getLong("line"),
                new NewTariff(
                        row.getString("tariff"),
                        row.getString("name"),
                        Service.valueOf(row.getString("service")),
                        row.getBoolean("is_default")),
                row.getObject("valid_from", LocalDate.class),
                row.getString("resolution"),
                new Words(
                        row.getString("code"),
                        row.getString("label"),
                        kind,
                        InvoiceSection.valueOf(row.getString("section")),
                        Beneficiary.valueOf(row.getString("beneficiary")),
                        basis(row, kind),
                        row.getBigDecimal("vat_rate").stripTrailingZeros().toPlainString(),
                        orEmpty(row, "vat_mention"),
                        row.getBoolean("is_per_dwelling"),
                        row.getBoolean("is_on_request"),
                        row.getBoolean("is_of_sewerage"),
                        orEmpty(row, "basin")),
                price == null
                        ? Optional.empty()
                        : Optional.of(new UnitPrice(price, Money.zero().currency())),
                Optional.ofNullable(row.getObject("diameter_mm", Integer.class)),
                season == null ? Optional.empty() : Optional.of(MonthDay.parse("--" + season)),
                new Volume(row.getLong("from_litres")));
    }

    /** Levies and fees have the price of the day of the invoice, unless the file says otherwise. */
    private static RateBasis basis(ResultSet row, ChargeKind kind) throws SQLException {
        var said = row.getString("basis");
        if (said != null) {
            return RateBasis.valueOf(said);
        }
        return kind == ChargeKind.STANDING || kind == ChargeKind.VOLUME
                ? RateBasis.DAYS_OF_USE
                : RateBasis.DAY_OF_INVOICE;
    }

    private static String orEmpty(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    Version version() {
        return new Version(tariff.code(), validFrom);
    }

    String code() {
        return words.code();
    }

    /** The charge that its rows make together, or a refusal at the first of them that cannot be. */
    static Optional<Charge> charge(List<StagedPrice> rows, Refusals refusals) {
        var first = rows.getFirst();
        for (var row : rows) {
            if (!row.words.equals(first.words)) {
                refusals.add(TariffFormat.TARIFFS, row.line, "composante", first.code(), new Refused("charge-differs"));
                return Optional.empty();
            }
        }
        try {
            var prices = rows.stream().flatMap(row -> row.entry().stream()).toList();
            return Optional.of(first.words.charge(prices).charge());
        } catch (DomainException refused) {
            refusals.add(TariffFormat.TARIFFS, first.line, "composante", first.code(), refused);
            return Optional.empty();
        }
    }

    private Optional<PriceEntry> entry() {
        return price.map(amount -> new PriceEntry(diameter, season, from, amount));
    }
}
