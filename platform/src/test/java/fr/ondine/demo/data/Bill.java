package fr.ondine.demo.data;

import fr.ondine.demo.data.Charge.Line;
import fr.ondine.demo.data.Cycle.HalfYear;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An invoice as the billing software issued it. */
record Bill(
        String number,
        String kind,
        String agreementNumber,
        LocalDate issuedOn,
        LocalDate dueOn,
        HalfYear half,
        long cubicMetres,
        List<Line> lines) {

    BigDecimal net() {
        return lines.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The VAT of each rate, on the sum of its lines. */
    SortedMap<BigDecimal, BigDecimal> vatByRate() {
        var bases = new TreeMap<BigDecimal, BigDecimal>();
        lines.forEach(line -> bases.merge(line.charge().vatRate(), line.net(), BigDecimal::add));
        bases.replaceAll((rate, base) -> base.multiply(rate).movePointLeft(2).setScale(2, RoundingMode.HALF_UP));
        return bases;
    }

    BigDecimal vat() {
        return vatByRate().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal total() {
        return net().add(vat());
    }

    String pdfPath() {
        return "factures/" + number.replaceAll("[/ ]", "-") + ".pdf";
    }

    /** What gives back part of it: five cubic metres that were read too many. */
    Bill creditNote(String creditNumber) {
        var lines = this.lines.stream()
                .map(Line::charge)
                .filter(charge -> !charge.isStanding())
                .map(charge -> charge.times(5).negated())
                .toList();
        var day = issuedOn.plusDays(5);
        return new Bill(creditNumber, "avoir", agreementNumber, day, day, half, -5, lines);
    }
}
