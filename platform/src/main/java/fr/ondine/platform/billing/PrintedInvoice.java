package fr.ondine.platform.billing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.tariffs.PriceOrigin;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that stands on the paper of an invoice; nothing here is computed for it except sums of what was issued.
 *
 * @param isOfPlan whether an instalment plan of ours brings what it asks for, and settles what it gives back
 */
record PrintedInvoice(
        ExplainedInvoice invoice,
        Addressee addressee,
        PaperDue due,
        UseChart chart,
        Optional<ToldLeak> leak,
        boolean isOfPlan) {

    PrintedInvoice {
        due = invoice.kind() == InvoiceKind.CLOSING ? due.ofTheLast() : due;
    }

    PrintedInvoice(
            ExplainedInvoice invoice, Addressee addressee, PaperDue due, UseChart chart, Optional<ToldLeak> leak) {
        this(invoice, addressee, due, chart, leak, false);
    }

    public List<PrintedSection> sections() {
        return PrintedSection.of(invoice.lines().stream().map(this::line).toList(), isOfAUse());
    }

    /** From reading to reading, where that is not the period of the invoice: said once, and not of each line. */
    public Optional<Period> countedDays() {
        var days = invoice.lines().stream()
                .filter(line -> line.isByVolume() && !line.isTakenBack())
                .flatMap(line -> Optional.ofNullable(line.days()).stream())
                .toList();
        return days.stream()
                .reduce(PrintedInvoice::both)
                .filter(all -> !all.equals(invoice.period()) && Collections.frequency(days, all) > 1);
    }

    private static Period both(Period one, Period other) {
        return new Period(
                one.from().isBefore(other.from()) ? one.from() : other.from(),
                one.until().isAfter(other.until()) ? one.until() : other.until());
    }

    private PrintedLine line(BilledLine line) {
        var usual = line.isByVolume() ? countedDays().orElse(invoice.period()) : invoice.period();
        return PrintedLine.of(line, usual);
    }

    public Optional<UnitPrice> litrePrice() {
        return LitrePrice.of(invoice);
    }

    /** Whether it gives money back. */
    public boolean isCredit() {
        return invoice.total().isNegative();
    }

    /**
     * What becomes of what it gives back, as the end of a key: a credit note takes it off its invoice first, of one who leaves
     * there are no other invoices, and a plan settles its year. Empty where what was owed before takes all of it.
     */
    Optional<String> givenBack() {
        if (!isCredit()) {
            return Optional.empty();
        }
        if (isCreditNote()) {
            return Optional.of("credit-note");
        }
        if (!invoice.withCarriedOver().isNegative()) {
            return Optional.empty();
        }
        if (invoice.kind() == InvoiceKind.CLOSING) {
            return Optional.of("refunded");
        }
        return Optional.of(isOfPlan || addressee.paymentMethod() == PaymentMethod.INSTALMENTS ? "by-plan" : "kept");
    }

    /** Whether what it gives back pays other invoices, and no money moves. */
    boolean isSetAgainstOthers() {
        return givenBack()
                .map(how -> !List.of("refunded", "by-plan").contains(how))
                .orElse(isCredit());
    }

    public boolean isCreditNote() {
        return invoice.kind() == InvoiceKind.CREDIT_NOTE;
    }

    /** Whether it asks for a subscription and for what was used, and not for what is done once or taken back. */
    private boolean isOfAUse() {
        return switch (invoice.kind()) {
            case ACTUAL, ESTIMATED, CLOSING -> true;
            case OPENING, ONE_OFF, CREDIT_NOTE -> false;
        };
    }

    /** Days on which new prices began that this is the first invoice with, and who decided them (article 9). */
    public List<NewPrices> newPrices() {
        var period = invoice.period();
        return period == null
                ? List.of()
                : invoice.lines().stream()
                        .flatMap(line -> line.trace().origins().stream())
                        .filter(origin -> !origin.validFrom().isBefore(period.from()))
                        .map(NewPrices::of)
                        .distinct()
                        .sorted(Comparator.comparing(NewPrices::from))
                        .toList();
    }

    /** Prices that are new from a day on, as it was decided. */
    record NewPrices(LocalDate from, String resolution) {

        static NewPrices of(PriceOrigin origin) {
            return new NewPrices(origin.validFrom(), origin.resolution());
        }
    }

    /** Whether a use was cut by days, because a price changed while it went on (article 7): a credit note cuts nothing. */
    public boolean isSplitByDays() {
        return !isCreditNote()
                && invoice.lines().stream()
                        .map(this::line)
                        .filter(printed ->
                                printed.isByVolume() && !printed.line().isTakenBack())
                        .collect(groupingBy(
                                PrintedLine::priced, mapping(printed -> Optional.ofNullable(printed.days()), toSet())))
                        .values()
                        .stream()
                        .anyMatch(days -> days.size() > 1);
    }
}
