package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.tariffs.InvoiceSection;
import java.util.Arrays;
import java.util.List;

/** A rubric of the printed invoice with its lines, in groups where the rubric has them. */
record PrintedSection(InvoiceSection section, List<PrintedGroup> groups) {

    /**
     * The rubrics that have lines.
     *
     * @param isDivided whether their lines are a subscription or what was used: those of a credit note may be sums alone
     */
    static List<PrintedSection> of(List<PrintedLine> lines, boolean isDivided) {
        return Arrays.stream(InvoiceSection.values())
                .map(section -> of(
                        section,
                        isDivided && (section == InvoiceSection.WATER || section == InvoiceSection.SEWERAGE),
                        lines.stream()
                                .filter(printed -> printed.line().section() == section)
                                .toList()))
                .filter(printed -> !printed.groups.isEmpty())
                .toList();
    }

    private static PrintedSection of(InvoiceSection section, boolean isDivided, List<PrintedLine> lines) {
        var whole = lines.isEmpty() ? List.<PrintedGroup>of() : List.of(new PrintedGroup("", lines));
        return new PrintedSection(section, isDivided ? PrintedGroup.of(lines) : whole);
    }

    public String name() {
        return section.name();
    }

    public Money net() {
        return groups.stream().map(PrintedGroup::net).reduce(Money.zero(), Money::plus);
    }
}
