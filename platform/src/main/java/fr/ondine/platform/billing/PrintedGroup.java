package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines of a rubric under one heading.
 *
 * @param name of the heading: the end of a key
 */
record PrintedGroup(String name, List<PrintedLine> lines) {

    /** Subscription (abonnement) first, then what was used (consommation), as article 2 has them. */
    static List<PrintedGroup> of(List<PrintedLine> lines) {
        return Stream.of(
                        new PrintedGroup(
                                "subscription",
                                lines.stream()
                                        .filter(line -> !line.isByVolume())
                                        .toList()),
                        new PrintedGroup(
                                "consumption",
                                lines.stream().filter(PrintedLine::isByVolume).toList()))
                .filter(group -> !group.lines.isEmpty())
                .toList();
    }

    public Money net() {
        return lines.stream().map(printed -> printed.line().net()).reduce(Money.zero(), Money::plus);
    }
}
