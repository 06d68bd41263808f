package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import java.util.List;

/**
 * What the invoice of a contract would say.
 *
 * @param contract its number as it is printed
 */
public record DraftInvoice(
        String contract, Period period, List<DraftMeter> meters, List<DraftLine> lines, Money net, Money vat) {

    public DraftInvoice {
        meters = List.copyOf(meters);
        lines = List.copyOf(lines);
    }

    static DraftInvoice of(String contract, Bill bill) {
        return new DraftInvoice(
                contract,
                bill.period(),
                bill.segments().stream().map(DraftMeter::of).toList(),
                bill.lines().stream().map(DraftLine::of).toList(),
                bill.net(),
                bill.vat());
    }

    public Money total() {
        return net.plus(vat);
    }
}
