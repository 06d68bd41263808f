package fr.ondine.platform.billing;

import static fr.ondine.platform.kernel.Money.euros;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.BuyerIdentity;
import fr.ondine.platform.customers.BuyerKind;
import fr.ondine.platform.customers.MandateSummary;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.network.Address;
import fr.ondine.platform.receivables.CarriedOver;
import fr.ondine.platform.tariffs.Beneficiary;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.PriceOrigin;
import fr.ondine.platform.tariffs.PriceTrace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invoices of all shapes, as they are known once they were issued; each method makes it another one. */
final class PaperShapes {

    static final LocalDate ISSUED = LocalDate.of(2026, 7, 10);
    static final Period HALF_YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));
    private static final Address HOME = new Address("12 rue des Sources", "Bâtiment B", "57000", "METZ");

    private final List<BilledLine> lines = new ArrayList<>();
    private final List<BilledMeter> meters = new ArrayList<>();
    private String number = "2026-004218";
    private InvoiceKind kind = InvoiceKind.ACTUAL;
    private @Nullable Period period = HALF_YEAR;
    private Money earlier = Money.zero();
    private PaymentMethod method = PaymentMethod.ON_INVOICE;
    private Optional<Correction> corrects = Optional.empty();
    private @Nullable String claimKey = "K7M2 9QXD";
    private Optional<String> exemption = Optional.empty();
    private UseChart chart = UseChart.NONE;
    private @Nullable String email = "elise@exemple.fr";
    private Optional<ToldLeak> leak = Optional.empty();
    private boolean isByPlan;
    private @Nullable String occupant;
    private @Nullable MandateSummary mandate = new MandateSummary(
            "RUM-2019-0042", "FR48ZZZ227807", "FR76 •••• •••• 0185", "Une banque", LocalDate.of(2019, 3, 1));
    private String name = "Mme Élise & M. Paul d'Aubigné-Müller";
    private BuyerIdentity buyer = BuyerIdentity.HOUSEHOLD;

    /** Water and sewerage of half a year, with what the agency collects. */
    static PaperShapes ofHalfAYear(long cubicMetres) {
        var shape = new PaperShapes();
        shape.standing("Abonnement eau", InvoiceSection.WATER, "42.50", "5.5", Beneficiary.OPERATOR);
        shape.water(
                "Consommation d'eau potable",
                InvoiceSection.WATER,
                cubicMetres,
                "1.383800",
                "5.5",
                Beneficiary.OPERATOR);
        shape.water(
                "Consommation d'eau potable",
                InvoiceSection.WATER,
                cubicMetres,
                "0.412",
                "5.5",
                Beneficiary.INTERMUNICIPALITY);
        shape.standing("Abonnement assainissement", InvoiceSection.SEWERAGE, "20.00", "10", Beneficiary.MUNICIPALITY);
        shape.water(
                "Collecte et traitement",
                InvoiceSection.SEWERAGE,
                cubicMetres,
                "1.9123",
                "10",
                Beneficiary.MUNICIPALITY);
        shape.water(
                "Consommation eau potable (agence de l'eau)",
                InvoiceSection.PUBLIC_BODIES,
                cubicMetres,
                "0.43",
                "5.5",
                Beneficiary.WATER_AGENCY);
        shape.water(
                "Performance des réseaux d'eau potable (agence de l'eau)",
                InvoiceSection.PUBLIC_BODIES,
                cubicMetres,
                "0.017",
                "5.5",
                Beneficiary.WATER_AGENCY);
        shape.water(
                "Performance des systèmes d'assainissement collectif (agence de l'eau)",
                InvoiceSection.PUBLIC_BODIES,
                cubicMetres,
                "0.089",
                "10",
                Beneficiary.WATER_AGENCY);
        shape.water(
                "Prélèvement sur la ressource en eau (agence de l'eau)",
                InvoiceSection.PUBLIC_BODIES,
                cubicMetres,
                "0.0722",
                "5.5",
                Beneficiary.WATER_AGENCY);
        shape.meters.add(new BilledMeter(
                "C15FA012345",
                LocalDate.of(2025, 12, 29),
                Volume.ofCubicMetres(1240),
                LocalDate.of(2026, 6, 30),
                Volume.ofCubicMetres(1240 + cubicMetres),
                Volume.ofCubicMetres(cubicMetres),
                false));
        shape.chart = shape.chart(cubicMetres);
        return shape;
    }

    static PaperShapes blank() {
        return new PaperShapes();
    }

    PaperShapes numbered(String as) {
        number = as;
        return this;
    }

    PaperShapes of(InvoiceKind what) {
        kind = what;
        return this;
    }

    PaperShapes withoutPeriod() {
        period = null;
        return this;
    }

    PaperShapes after(String owed) {
        earlier = euros(owed);
        return this;
    }

    PaperShapes paidBy(PaymentMethod by) {
        method = by;
        return this;
    }

    /** As where no mandate is known, or the creditor of one is not. */
    PaperShapes debitedBy(@Nullable MandateSummary by) {
        mandate = by;
        return paidBy(PaymentMethod.DIRECT_DEBIT);
    }

    PaperShapes withoutEmail() {
        email = null;
        return this;
    }

    PaperShapes withoutKey() {
        claimKey = null;
        return this;
    }

    /** Another meter took the place of the first. */
    PaperShapes ofTwoMeters() {
        var first = meters.removeFirst();
        var exchange = LocalDate.of(2026, 4, 10);
        var half = new Volume(first.used().litres() / 2);
        meters.add(new BilledMeter(
                first.serial(),
                first.from(),
                first.before(),
                exchange,
                first.before().plus(half),
                half,
                false));
        meters.add(new BilledMeter(
                "C26GB998877",
                exchange,
                new Volume(0),
                first.until(),
                first.used().minus(half),
                first.used().minus(half),
                false));
        return this;
    }

    /** Its meter went through zero. */
    PaperShapes rolledOver() {
        meters.replaceAll(meter -> new BilledMeter(
                meter.serial(),
                meter.from(),
                Volume.ofCubicMetres(99_980),
                meter.until(),
                meter.used().minus(Volume.ofCubicMetres(20)),
                meter.used(),
                false));
        return this;
    }

    /** Somebody else lives there. */
    PaperShapes livedInBy(String name) {
        occupant = name;
        return this;
    }

    /** A shop buys it. */
    PaperShapes boughtForATrade() {
        return boughtBy(
                "Boulangerie d'Aubigné & Fils SARL",
                new BuyerIdentity(BuyerKind.PROFESSIONAL, "900123456", "", "FR87900123456", "", ""));
    }

    /** A town hall buys it. */
    PaperShapes boughtByATown() {
        return boughtBy(
                "Commune de Saint-Exemple",
                new BuyerIdentity(BuyerKind.PUBLIC_BODY, "215799990", "21579999000019", "", "EAU-2", "2026-000117"));
    }

    private PaperShapes boughtBy(String organisation, BuyerIdentity as) {
        name = organisation;
        buyer = as;
        return this;
    }

    /** Instalments pay it. */
    PaperShapes byPlan() {
        isByPlan = true;
        return this;
    }

    /** It tells of a use that is abnormal. */
    PaperShapes leaking(long cubicMetres, long mean) {
        return leaking(cubicMetres, mean, false);
    }

    /** The same, where the mean may be that of comparable dwellings. */
    PaperShapes leaking(long cubicMetres, long mean, boolean isOfZone) {
        leak = Optional.of(new ToldLeak(
                Volume.ofCubicMetres(cubicMetres), Volume.ofCubicMetres(mean), isOfZone, ISSUED.plusMonths(1)));
        return this;
    }

    PaperShapes estimated() {
        meters.replaceAll(meter -> new BilledMeter(
                meter.serial(), meter.from(), meter.before(), meter.until(), meter.after(), meter.used(), true));
        chart = UseChart.NONE;
        return of(InvoiceKind.ESTIMATED);
    }

    /** A price that changed on the first of April, and what an estimate asked for before. */
    PaperShapes regularised(long estimatedBefore) {
        var change = LocalDate.of(2026, 4, 1);
        var spring = new Period(HALF_YEAR.from(), change);
        lines.add(line(
                "Consommation d'eau potable",
                InvoiceSection.WATER,
                "12",
                "m³",
                "1.4512",
                1,
                "5.5",
                Beneficiary.OPERATOR,
                new Period(change, HALF_YEAR.until()),
                List.of(new PriceOrigin(change, "2026-03-12/7", new Period(change, HALF_YEAR.until()))),
                null));
        lines.add(line(
                "Consommation d'eau potable",
                InvoiceSection.WATER,
                "-" + estimatedBefore,
                "m³",
                "1.383800",
                1,
                "5.5",
                Beneficiary.OPERATOR,
                spring,
                List.of(),
                "2026-001077"));
        return this;
    }

    PaperShapes piece(String label, String price, String vat) {
        lines.add(line(
                label,
                InvoiceSection.OTHER,
                "1",
                "forfait",
                price,
                1,
                vat,
                Beneficiary.OPERATOR,
                null,
                List.of(),
                null));
        return this;
    }

    /** What was used is of the days from one reading to the next, which are not quite those of the invoice. */
    PaperShapes readBeforeItsEnd() {
        var read = new Period(HALF_YEAR.from(), HALF_YEAR.until().minusDays(2));
        lines.replaceAll(line -> line.quantity().unit().equals("m³")
                ? new BilledLine(
                        line.section(),
                        line.label(),
                        line.quantity(),
                        line.price(),
                        line.priced(),
                        read,
                        line.net(),
                        line.vat(),
                        line.isTakenBack(),
                        line.estimate(),
                        line.trace())
                : line);
        return this;
    }

    /** A quarter more of a late sewerage charge. */
    PaperShapes increase(String amount) {
        lines.add(line(
                "Majoration de 25 % pour retard",
                InvoiceSection.SEWERAGE,
                "1",
                "forfait",
                amount,
                1,
                "0",
                Beneficiary.MUNICIPALITY,
                null,
                List.of(),
                null));
        return this;
    }

    /** Without VAT, and why. */
    PaperShapes exempt(String label, String price, Optional<String> why) {
        exemption = why;
        return piece(label, price, "0");
    }

    /** Of a building with so many flats, each with a meter that is looked after, since no longer than this bill. */
    PaperShapes longOf(int flats) {
        chart = UseChart.NONE;
        for (var flat = 1; flat <= flats; flat++) {
            piece("Entretien du compteur, appartement n° " + flat, "6.20", "5.5");
        }
        return this;
    }

    /** What takes it all back, or so much of each line in a hundred. */
    PaperShapes credited(int percent, String reason) {
        lines.replaceAll(line -> takenBack(line, percent));
        corrects = Optional.of(new Correction(number, ISSUED.minusMonths(1), reason));
        meters.clear();
        leak = Optional.empty();
        chart = UseChart.NONE;
        number = "2026-A00031";
        return of(InvoiceKind.CREDIT_NOTE);
    }

    private static BilledLine takenBack(BilledLine line, int percent) {
        var share = new BigDecimal(percent).movePointLeft(2);
        var net = new Money(
                line.net()
                        .amount()
                        .multiply(share)
                        .setScale(2, RoundingMode.HALF_UP)
                        .negate(),
                line.net().currency());
        var isWhole = percent == 100;
        return new BilledLine(
                line.section(),
                line.label(),
                isWhole
                        ? new Quantity(
                                line.quantity().amount().negate(),
                                line.quantity().unit())
                        : new Quantity(new BigDecimal("-1"), "forfait"),
                isWhole ? line.price() : new UnitPrice(net.negated().amount(), net.currency()),
                isWhole ? line.priced() : 1,
                line.days(),
                net,
                line.vat(),
                false,
                null,
                line.trace().withoutPrice());
    }

    PrintedInvoice printed() {
        var net = lines.stream().map(BilledLine::net).reduce(Money.zero(), Money::plus);
        var vatByRate = vat();
        var vat = vatByRate.stream().map(VatAtRate::amount).reduce(Money.zero(), Money::plus);
        var volume =
                meters.isEmpty() ? null : meters.stream().map(BilledMeter::used).reduce(new Volume(0), Volume::plus);
        var invoice = new ExplainedInvoice(
                new InvoiceId(UUID.randomUUID()),
                number,
                kind,
                new AgreementId(UUID.randomUUID()),
                "20 1234 567",
                ISSUED,
                ISSUED.plusDays(30),
                period,
                volume,
                meters,
                lines,
                vatByRate,
                net,
                vat,
                net.plus(vat),
                new CarriedOver(earlier, ISSUED),
                List.of(),
                corrects,
                exemption);
        var addressee = new Addressee(name, email, HOME, HOME, occupant, claimKey, method, mandate, buyer);
        var due = PaperDue.of(invoice.total(), earlier, method, euros("5.00"));
        return new PrintedInvoice(invoice, addressee, isByPlan ? due.byPlan() : due, chart, leak);
    }

    private List<VatAtRate> vat() {
        return VatAtRate.of(
                lines.stream()
                        .map(line -> new InvoiceLine(
                                line.section(), line.label(), line.quantity(), line.price(), line.net(), line.vat()))
                        .toList(),
                RoundingMode.HALF_UP,
                issuedVat());
    }

    private Money issuedVat() {
        return lines.stream()
                .map(BilledLine::vat)
                .distinct()
                .map(rate -> rate.on(
                        lines.stream()
                                .filter(line -> line.vat().equals(rate))
                                .map(BilledLine::net)
                                .reduce(Money.zero(), Money::plus),
                        RoundingMode.HALF_UP))
                .reduce(Money.zero(), Money::plus);
    }

    private void standing(String label, InvoiceSection section, String price, String vat, Beneficiary share) {
        lines.add(line(label, section, "181", "jours", price, 365, vat, share, HALF_YEAR, List.of(), null));
    }

    /** A subscription and nothing else. */
    PaperShapes standing(String label, InvoiceSection section) {
        standing(label, section, "42.50", "5.5", Beneficiary.OPERATOR);
        return this;
    }

    /** Water and nothing else. */
    PaperShapes water(long cubicMetres) {
        return water(
                "Consommation d'eau potable", InvoiceSection.WATER, cubicMetres, "1.3838", "5.5", Beneficiary.OPERATOR);
    }

    PaperShapes water(
            String label, InvoiceSection section, long cubicMetres, String price, String vat, Beneficiary share) {
        lines.add(line(
                label, section, String.valueOf(cubicMetres), "m³", price, 1, vat, share, HALF_YEAR, List.of(), null));
        return this;
    }

    private static BilledLine line(
            String label,
            InvoiceSection section,
            String quantity,
            String unit,
            String price,
            int priced,
            String vat,
            Beneficiary share,
            @Nullable Period days,
            List<PriceOrigin> origins,
            @Nullable String estimate) {
        var amount = new BigDecimal(quantity);
        var unitPrice = UnitPrice.euros(price);
        return new BilledLine(
                section,
                label,
                new Quantity(amount, unit),
                unitPrice,
                priced,
                days,
                unitPrice.times(amount, priced, RoundingMode.HALF_UP),
                new VatRate(new BigDecimal(vat)),
                estimate != null,
                estimate,
                new PriceTrace(
                        Optional.of(share),
                        share == Beneficiary.WATER_AGENCY,
                        origins,
                        Optional.empty(),
                        Optional.empty()));
    }

    private UseChart chart(long cubicMetres) {
        var now = new MeasuredUse(
                new Period(LocalDate.of(2025, 12, 29), LocalDate.of(2026, 6, 30)), Volume.ofCubicMetres(cubicMetres));
        var uses = new ArrayList<>(List.of(now));
        for (var back = 1; back < 5; back++) {
            var until = LocalDate.of(2025, 12, 29).minusMonths(6L * (back - 1));
            uses.add(new MeasuredUse(
                    new Period(until.minusMonths(6), until), Volume.ofCubicMetres(38 + 9L * back % 23)));
        }
        return UseChart.of(uses, Optional.of(now));
    }
}
