package fr.ondine.platform.billing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.receivables.CarriedOver;
import fr.ondine.platform.tariffs.Beneficiary;
import fr.ondine.platform.tariffs.InvoiceSection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An issued invoice with how it was found: what was stored with it and never changes, and the tariff versions published
 * by then. Where it came by import it says less. The bases of the VAT and the VAT of each rate are the total, always.
 *
 * @param number as printed, as {@code contract}
 * @param meters between which registers it billed, each meter of its own
 * @param vatByRate none where the lines are not known or do not add up
 * @param uses what the same agreement was found to use until then, by invoices of three years, the latest first
 * @param exemption why some of it has no VAT, as the tariff says it
 */
public record ExplainedInvoice(
        InvoiceId id,
        String number,
        InvoiceKind kind,
        AgreementId agreement,
        String contract,
        LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable Period period,
        @Nullable Volume volume,
        List<BilledMeter> meters,
        List<BilledLine> lines,
        List<VatAtRate> vatByRate,
        Money net,
        Money vat,
        Money total,
        CarriedOver carriedOver,
        List<MeasuredUse> uses,
        Optional<Correction> corrects,
        Optional<String> exemption) {

    public ExplainedInvoice {
        meters = List.copyOf(meters);
        lines = List.copyOf(lines);
        vatByRate = List.copyOf(vatByRate);
        uses = List.copyOf(uses);
    }

    /** What the same agreement used about a year before. */
    public Optional<MeasuredUse> yearBefore() {
        return measured()
                .flatMap(now -> uses.stream()
                        .filter(use -> use.isAboutAYearBefore(now.days()))
                        .findFirst());
    }

    /** What was used between readings that somebody saw, on the days between them; empty where an estimate has a part. */
    public Optional<MeasuredUse> measured() {
        var isByReading = kind == InvoiceKind.ACTUAL || kind == InvoiceKind.CLOSING;
        if (!isByReading || meters.isEmpty() || meters.stream().anyMatch(BilledMeter::isEstimated)) {
            return Optional.empty();
        }
        var from =
                meters.stream().map(BilledMeter::from).min(LocalDate::compareTo).orElseThrow();
        var until = meters.stream()
                .map(BilledMeter::until)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return Optional.of(new MeasuredUse(
                new Period(from, until), meters.stream().map(BilledMeter::used).reduce(new Volume(0), Volume::plus)));
    }

    public boolean isMeterReplaced() {
        return BilledMeter.isReplaced(meters);
    }

    /** Whether its lines are known, and are all of it. */
    public boolean isWhole() {
        return !vatByRate.isEmpty();
    }

    /** What each rubric comes to, excluding VAT. */
    public SortedMap<InvoiceSection, Money> sections() {
        return sums(lines, BilledLine::section);
    }

    /** What is collected for whom, excluding VAT, of the lines of which that is known. */
    public SortedMap<Beneficiary, Money> beneficiaries() {
        return sums(
                lines.stream()
                        .filter(line -> line.trace().beneficiary().isPresent())
                        .toList(),
                line -> line.trace().beneficiary().orElseThrow());
    }

    /** The lines by which it takes back what was estimated before. */
    public List<BilledLine> takenBack() {
        return lines.stream().filter(BilledLine::isTakenBack).toList();
    }

    /** What it asks for: all that was used since the last reading, less what estimates had asked for of it. */
    public @Nullable Volume billedVolume() {
        return volume == null ? null : volume.minus(estimatedBefore());
    }

    /** What estimates had asked for of what was used: of the price that counts most, since not each counts all water. */
    public Volume estimatedBefore() {
        return takenBack().stream()
                .filter(BilledLine::isByVolume)
                .collect(groupingBy(
                        line -> PrintedLine.of(line, null).priced(),
                        reducing(new Volume(0), ExplainedInvoice::taken, Volume::plus)))
                .values()
                .stream()
                .max(Volume::compareTo)
                .orElse(new Volume(0));
    }

    private static Volume taken(BilledLine line) {
        return Volume.ofCubicMetres(line.quantity().amount().negate());
    }

    /** What the account comes to with this invoice. */
    public Money withCarriedOver() {
        return carriedOver.balance().plus(total);
    }

    private static <K extends Comparable<K>> SortedMap<K, Money> sums(
            List<BilledLine> lines, Function<BilledLine, K> key) {
        Map<K, Money> sums = lines.stream()
                .collect(groupingBy(key, TreeMap::new, mapping(BilledLine::net, reducing(Money.zero(), Money::plus))));
        return new TreeMap<>(sums);
    }
}
