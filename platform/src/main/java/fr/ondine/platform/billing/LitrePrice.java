package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What a litre cost with VAT and without the subscription (CGCT L2224-12-4 III): shown, and never reckoned with. */
final class LitrePrice {

    private static final int DECIMALS = 5;

    private LitrePrice() {}

    /** Of an invoice for water that was used; empty where nothing was. */
    static Optional<UnitPrice> of(ExplainedInvoice invoice) {
        var litres = used(invoice).litres();
        var lines = used(invoice.lines());
        return litres <= 0 || lines.isEmpty() || invoice.kind() == InvoiceKind.CREDIT_NOTE
                ? Optional.empty()
                : Optional.of(new UnitPrice(
                        lines.stream()
                                .map(LitrePrice::gross)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(BigDecimal.valueOf(litres), DECIMALS, RoundingMode.HALF_UP),
                        invoice.total().currency()));
    }

    /** What an estimate had billed before is in the meters and not in the volume that is left. */
    private static Volume used(ExplainedInvoice invoice) {
        var volume = invoice.volume();
        return invoice.lines().stream().anyMatch(BilledLine::isTakenBack) || volume == null
                ? invoice.meters().stream().map(BilledMeter::used).reduce(new Volume(0), Volume::plus)
                : volume;
    }

    private static List<BilledLine> used(List<BilledLine> lines) {
        return lines.stream()
                .filter(BilledLine::isByVolume)
                .filter(line -> line.quantity().amount().signum() > 0)
                .toList();
    }

    private static BigDecimal gross(BilledLine line) {
        return line.net()
                .amount()
                .multiply(BigDecimal.ONE.add(line.vat().percent().movePointLeft(2)));
    }
}
