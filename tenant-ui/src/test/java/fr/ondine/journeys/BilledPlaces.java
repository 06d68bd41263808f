package fr.ondine.journeys;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.tariffs.Beneficiary;
import fr.ondine.platform.tariffs.ChargeTerms;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.NewTariff;
import fr.ondine.platform.tariffs.RateBasis;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.platform.tariffs.TariffDraft;
import fr.ondine.platform.tariffs.TierScale;
import fr.ondine.platform.tariffs.Vat;
import fr.ondine.platform.tariffs.VolumetricCharge;
import fr.ondine.testing.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contracts whose water costs 2 € per m³, read about the first and the last day of a period; in the caller's transaction. */
record BilledPlaces(JdbcClient database, LocalDate from, LocalDate lastDay) {

    private static final int LITRES = 1_000;

    static void tariff(TariffDesk desk, CurrentStaff administrator) {
        var tariff = desk.add(administrator, new NewTariff("EAU", "Eau potable", Service.WATER, true));
        var terms = new ChargeTerms(
                "part-variable",
                "Consommation",
                InvoiceSection.WATER,
                Beneficiary.OPERATOR,
                Vat.of("5.5"),
                RateBasis.DAYS_OF_USE);
        var price = VolumetricCharge.of(terms, TierScale.flat(UnitPrice.euros("2")));
        var version = desk.draft(
                administrator, tariff, new TariffDraft(LocalDate.of(2020, 1, 1), "n° 2019-31", List.of(price)));
        desk.publish(administrator, version, 0, false);
    }

    /** One that used so much in the period, and 50 m³ in the year before. */
    AgreementId used(String number, long cubicMetres) {
        var agreement = unread(number);
        read(agreement, from.minusYears(1), 50);
        read(agreement, lastDay, 100 + cubicMetres);
        return agreement;
    }

    /** One that was read on the first day alone. */
    AgreementId unread(String number) {
        var rows = new Rows(database);
        var agreement = rows.agreement();
        rows.meter(agreement);
        run("update agreement set number = ?, started_on = ? where id = ?", number, from, agreement.value());
        read(agreement, from, 100);
        return agreement;
    }

    private void read(AgreementId agreement, LocalDate day, long cubicMetres) {
        run(
                "insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                        + " select ?, meter_id, ?, ?, 'AGENT', 'ACTUAL', ? from meter_installation"
                        + " join agreement using (service_point_id) where agreement.id = ?",
                UUID.randomUUID(),
                day,
                cubicMetres * LITRES,
                day,
                agreement.value());
    }

    private void run(String sql, Object... values) {
        database.sql(sql).params(values).update();
    }
}
