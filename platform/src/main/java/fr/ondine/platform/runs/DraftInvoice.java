package fr.ondine.platform.runs;

import fr.ondine.platform.billing.BilledLine;
import fr.ondine.platform.billing.BilledMeter;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.metering.MeteredSegment;
import java.time.LocalDate;
import java.util.List;

/**
 * What the invoice of a contract would say.
 *
 * @param contract its number as it is printed
 */
public record DraftInvoice(
        String contract, Period period, List<BilledMeter> meters, List<BilledLine> lines, Money net, Money vat) {

    public DraftInvoice {
        meters = List.copyOf(meters);
        lines = List.copyOf(lines);
    }

    static DraftInvoice of(String contract, Draft draft, LocalDate issuedOn) {
        var bill = draft.bill();
        var rating = draft.one().rating().orElseThrow();
        return new DraftInvoice(
                contract,
                bill.period(),
                bill.segments().stream().map(DraftInvoice::meter).toList(),
                bill.lines().stream()
                        .map(line -> line.explained(rating, issuedOn))
                        .toList(),
                bill.net(),
                bill.vat());
    }

    private static BilledMeter meter(MeteredSegment segment) {
        return new BilledMeter(
                segment.current().meterSerial(),
                segment.previous().readOn(),
                segment.previous().register(),
                segment.current().readOn(),
                segment.current().register(),
                segment.volume(),
                segment.isEstimated());
    }

    public Money total() {
        return net.plus(vat);
    }
}
