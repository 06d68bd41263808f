package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.tariffs.InvoiceSection;
import java.util.Arrays;
import java.util.List;

/** A rubric of the printed invoice with its lines. */
record PrintedSection(InvoiceSection section, List<InvoiceLine> lines) {

    /** The rubrics that have lines. */
    static List<PrintedSection> of(List<InvoiceLine> lines) {
        return Arrays.stream(InvoiceSection.values())
                .map(section -> new PrintedSection(
                        section,
                        lines.stream().filter(line -> line.section() == section).toList()))
                .filter(printed -> !printed.lines.isEmpty())
                .toList();
    }

    public String name() {
        return section.name();
    }

    public Money net() {
        return lines.stream().map(InvoiceLine::net).reduce(Money.zero(), Money::plus);
    }
}
