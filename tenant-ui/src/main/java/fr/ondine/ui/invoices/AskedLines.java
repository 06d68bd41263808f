package fr.ondine.ui.invoices;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.receivables.MissedDebit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What has to be known beside an amount that is asked: which debit was missed, and how to pay where no button does. */
public final class AskedLines extends Div {

    public AskedLines(List<InvoiceSummary> asked, Settling settling) {
        addClassName("lines");
        Stream.of(missed(asked), settling.advice(asked))
                .flatMap(Optional::stream)
                .map(Paragraph::new)
                .forEach(this::add);
    }

    private Optional<String> missed(List<InvoiceSummary> asked) {
        var debits = asked.stream()
                .map(InvoiceSummary::missed)
                .filter(Objects::nonNull)
                .toList();
        return lastSentBack(debits)
                .map(day -> getTranslation(
                        asked.size() == 1 ? "invoices.missed.sent-back" : "invoices.missed.one-sent-back", day))
                .or(() -> debits.size() == asked.size()
                        ? Optional.of(getTranslation("invoices.missed.not-made"))
                        : Optional.empty());
    }

    private static Optional<LocalDate> lastSentBack(List<MissedDebit> debits) {
        return debits.stream()
                .map(MissedDebit::sentBackOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
