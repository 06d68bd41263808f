package fr.ondine.platform.credits;

import fr.ondine.platform.kernel.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes of an invoice's other lines what an imported credit note took beyond the line that it is of: of those of the same
 * rate of VAT first, then of the one with the most left. What the lines have left comes to the same in all.
 */
final class TakenBeyond {

    private final List<CreditableLine> lines;

    private TakenBeyond(List<CreditableLine> lines) {
        this.lines = new ArrayList<>(lines);
    }

    static List<CreditableLine> shared(List<CreditableLine> lines) {
        var taken = new TakenBeyond(lines);
        lines.stream().filter(line -> !line.has(line.left())).forEach(taken::share);
        return List.copyOf(taken.lines);
    }

    private void share(CreditableLine over) {
        var rest = over.left();
        for (var other : others(over)) {
            var part = least(rest, other.left());
            put(other.withLeft(other.left().plus(part)));
            rest = rest.minus(part);
        }
        put(over.withLeft(rest));
    }

    private List<CreditableLine> others(CreditableLine over) {
        return lines.stream()
                .filter(line -> line.left().isPositive()
                        ? over.left().isNegative()
                        : over.left().isPositive())
                .filter(line -> line.has(line.left()))
                .sorted(Comparator.comparing(
                                (CreditableLine line) -> !line.vat().equals(over.vat()))
                        .thenComparing(
                                CreditableLine::left,
                                over.left().isNegative() ? Comparator.reverseOrder() : Comparator.naturalOrder()))
                .toList();
    }

    /** So much of it, of its sign, as the other has left, which has the other sign. */
    private static Money least(Money rest, Money left) {
        var most = left.negated();
        return rest.isZero() || rest.isNegative() != rest.compareTo(most) < 0 ? rest : most;
    }

    private void put(CreditableLine line) {
        lines.replaceAll(known -> known.position() == line.position() ? line : known);
    }
}
