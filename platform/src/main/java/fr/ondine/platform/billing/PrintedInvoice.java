package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.tariffs.PriceOrigin;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Everything that stands on the paper of an invoice; nothing here is computed for it except sums of what was issued. */
record PrintedInvoice(
        ExplainedInvoice invoice, Addressee addressee, PaperDue due, UseChart chart, Optional<ToldLeak> leak) {

    public List<PrintedSection> sections() {
        return PrintedSection.of(invoice.lines(), invoice.period(), !isCreditNote());
    }

    public Optional<UnitPrice> litrePrice() {
        return LitrePrice.of(invoice);
    }

    /** Whether it gives money back. */
    public boolean isCredit() {
        return invoice.total().isNegative();
    }

    public boolean isCreditNote() {
        return invoice.kind() == InvoiceKind.CREDIT_NOTE;
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
                && sections().stream()
                        .flatMap(section -> section.groups().stream())
                        .flatMap(group -> group.lines().stream())
                        .anyMatch(printed -> printed.isByVolume()
                                && printed.days() != null
                                && !printed.line().isTakenBack());
    }
}
