package fr.ondine.platform.credits;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;

import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** What a credit note takes back, before it has a number: amounts have the sign that they have on the invoice. */
record CreditNote(CreditableInvoice invoice, List<Line> lines, Money vat) {

    /** So much, excluding VAT, of a line. */
    record Line(CreditableLine of, Money net) {

        Line {
            if (!of.has(net)) {
                throw CreditRefused.tooMuch(of);
            }
        }

        /** As it was asked for where all of it is taken back, else a sum. */
        Quantity quantity() {
            return of.isUntouched() && net.equals(of.net())
                    ? of.quantity()
                    : new Quantity(BigDecimal.ONE, one(of.quantity().unit()));
        }

        private static String one(String unit) {
            return unit.equals("jours") ? "jour" : unit;
        }

        UnitPrice price() {
            return of.isUntouched() && net.equals(of.net()) ? of.price() : new UnitPrice(net.amount(), net.currency());
        }

        int priceUnits() {
            return of.isUntouched() && net.equals(of.net()) ? of.priceUnits() : 1;
        }
    }

    /** All that is left, to the cent, VAT included. */
    static CreditNote ofAll(CreditableInvoice invoice) {
        var lines = invoice.lines().stream()
                .filter(line -> !line.left().isZero())
                .map(line -> new Line(line, line.left()))
                .toList();
        if (lines.isEmpty()) {
            throw CreditRefused.nothingLeft();
        }
        return new CreditNote(invoice, lines, invoice.vatLeft());
    }

    /**
     * So much of each of those lines, by position; the VAT of each rate is that of the sum taken back, and all that is left
     * of it where no line has anything left.
     */
    static CreditNote of(CreditableInvoice invoice, Map<Integer, Money> amounts, RoundingMode rounding) {
        if (invoice.kind() == InvoiceKind.ESTIMATED) {
            throw CreditRefused.partOfEstimate();
        }
        var lines = invoice.lines().stream()
                .map(line -> new Line(line, amounts.getOrDefault(line.position(), Money.zero())))
                .filter(line -> !line.net().isZero())
                .toList();
        if (lines.isEmpty()) {
            throw CreditRefused.nothingAsked();
        }
        var nets = lines.stream()
                .collect(groupingBy(line -> line.of().vat(), mapping(Line::net, reducing(Money.zero(), Money::plus))));
        var vat = nets.entrySet().stream()
                .map(at -> at.getKey().on(at.getValue(), rounding))
                .reduce(Money.zero(), Money::plus);
        return new CreditNote(invoice, lines, isAll(invoice, amounts) ? invoice.vatLeft() : vat);
    }

    private static boolean isAll(CreditableInvoice invoice, Map<Integer, Money> amounts) {
        return invoice.lines().stream()
                .allMatch(line -> line.left().equals(amounts.getOrDefault(line.position(), Money.zero())));
    }

    Money net() {
        return lines.stream().map(Line::net).reduce(Money.zero(), Money::plus);
    }

    /** How much of what is owed on the invoice it is set against; the rest stays to the holder's credit. */
    Money offset(Money owed) {
        var taken = owed.compareTo(total()) < 0 ? owed : total();
        return taken.isPositive() ? taken : Money.zero();
    }

    Money total() {
        return net().plus(vat);
    }
}
