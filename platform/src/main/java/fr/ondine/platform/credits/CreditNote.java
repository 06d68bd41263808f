package fr.ondine.platform.credits;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toMap;

import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a credit note takes back, before it has a number: amounts have the sign that they have on the invoice. */
record CreditNote(CreditableInvoice invoice, List<Line> lines, Money vat) {

    /**
     * So much, excluding VAT, of a line.
     *
     * @param counted the quantity of it, where that at the price of the line is the same amount
     */
    record Line(CreditableLine of, Money net, Optional<Quantity> counted) {

        private static final String A_SUM = "forfait";

        Line {
            if (!of.has(net)) {
                throw CreditRefused.tooMuch(of);
            }
        }

        Line(CreditableLine of, Money net) {
            this(of, net, of.isUntouched() && net.equals(of.net()) ? Optional.of(of.quantity()) : Optional.empty());
        }

        /** Two rounded amounts may be a cent further apart than their difference is: then it is a sum. */
        Line(CreditableLine of, CreditPart part, RoundingMode rounding) {
            this(
                    of,
                    part.net(),
                    Optional.of(part.quantity())
                            .filter(less -> of.price()
                                    .times(less.amount(), of.priceUnits(), rounding)
                                    .equals(part.net())));
        }

        /** As it was counted where that says the amount, else a sum. */
        Quantity quantity() {
            return counted.orElseGet(() -> new Quantity(BigDecimal.ONE, A_SUM));
        }

        UnitPrice price() {
            return counted.isPresent() ? of.price() : new UnitPrice(net.amount(), net.currency());
        }

        int priceUnits() {
            return counted.isPresent() ? of.priceUnits() : 1;
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
        return of(invoice, line -> new Line(line, amounts.getOrDefault(line.position(), Money.zero())), rounding);
    }

    /** The same of lines of which less is due. */
    static CreditNote ofParts(CreditableInvoice invoice, Map<Integer, CreditPart> parts, RoundingMode rounding) {
        return of(
                invoice,
                line -> Optional.ofNullable(parts.get(line.position()))
                        .map(part -> new Line(line, part, rounding))
                        .orElseGet(() -> new Line(line, Money.zero())),
                rounding);
    }

    private static CreditNote of(
            CreditableInvoice invoice, Function<CreditableLine, Line> taken, RoundingMode rounding) {
        if (invoice.kind() == InvoiceKind.ESTIMATED) {
            throw CreditRefused.partOfEstimate();
        }
        var lines = invoice.lines().stream()
                .map(taken)
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
        return new CreditNote(invoice, lines, isAll(invoice, lines) ? invoice.vatLeft() : vat);
    }

    private static boolean isAll(CreditableInvoice invoice, List<Line> lines) {
        var taken = lines.stream().collect(toMap(line -> line.of().position(), Line::net));
        return invoice.lines().stream()
                .allMatch(line -> line.left().equals(taken.getOrDefault(line.position(), Money.zero())));
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
