package fr.ondine.platform.runs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.MeteredSegment;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an invoice will say, before it has a number.
 *
 * @param period the days that it bills, as it is printed
 * @param segments what each meter measured, or is taken to have measured
 */
record Bill(Period period, List<MeteredSegment> segments, List<BillLine> lines, Money net, Money vat)
        implements Outcome {

    /** The VAT of each rate is that of the sum of its lines (EN 16931, BR-CO-17). */
    static Bill of(Period period, List<MeteredSegment> segments, List<BillLine> lines, RoundingMode rounding) {
        Map<VatRate, Money> nets = lines.stream()
                .collect(groupingBy(
                        BillLine::vat, HashMap::new, mapping(BillLine::net, reducing(Money.zero(), Money::plus))));
        var net = nets.values().stream().reduce(Money.zero(), Money::plus);
        var vat = nets.entrySet().stream()
                .map(at -> at.getKey().on(at.getValue(), rounding))
                .reduce(Money.zero(), Money::plus);
        return new Bill(period, segments, lines, net, vat);
    }

    Money total() {
        return net.plus(vat);
    }

    Volume volume() {
        return volume(segments);
    }

    static Volume volume(List<MeteredSegment> segments) {
        return segments.stream().map(MeteredSegment::volume).reduce(new Volume(0), Volume::plus);
    }

    /** Whether all that it bills was read. */
    boolean isMeasured() {
        return !segments.isEmpty() && segments.stream().noneMatch(MeteredSegment::isEstimated);
    }

    /** From the first reading that is billed from to the last one. */
    static Period days(List<MeteredSegment> segments) {
        var days = segments.stream().map(MeteredSegment::period).toList();
        return new Period(
                days.stream().map(Period::from).min(Comparator.naturalOrder()).orElseThrow(),
                days.stream().map(Period::until).max(Comparator.naturalOrder()).orElseThrow());
    }
}
