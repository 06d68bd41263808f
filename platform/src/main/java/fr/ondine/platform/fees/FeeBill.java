package fr.ondine.platform.fees;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.tariffs.Rated;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a bill of services would say, before it has a number.
 *
 * @param id by which it is issued once, however often that is asked for
 * @param contract the number of the agreement as it is printed
 * @param holder the name of who gets it
 */
public record FeeBill(
        UUID id,
        FeeKind kind,
        String contract,
        String holder,
        LocalDate issuedOn,
        LocalDate dueOn,
        List<FeeLine> lines,
        Money net,
        Money vat) {

    public FeeBill {
        lines = List.copyOf(lines);
    }

    static FeeBill of(UUID id, FeeOrder order, FeeCase one, LocalDate today, Rated rated) {
        return new FeeBill(
                id,
                order.kind(),
                one.printed(),
                one.holder(),
                today,
                order.dueOn(),
                rated.lines().stream()
                        .map(line -> FeeLine.of(line, rated.rounding()))
                        .toList(),
                rated.net(),
                rated.vat());
    }

    public Money total() {
        return net.plus(vat);
    }
}
