package fr.ondine.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.ondine.platform.billing.InvoiceDetail;
import fr.ondine.platform.billing.IssuedLine;
import fr.ondine.platform.billing.IssuedMeter;
import fr.ondine.platform.billing.RelatedInvoice;
import fr.ondine.platform.billing.VatAtRate;
import fr.ondine.platform.tariffs.InvoiceSection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that an invoice says. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WholeInvoiceAnswer(
        InvoiceAnswer invoice,
        String net,
        String vat,
        List<Meter> meters,
        List<Line> lines,
        List<Rate> vatByRate,
        @Nullable String reason,
        @Nullable Related corrects,
        List<Related> notes) {

    static WholeInvoiceAnswer of(InvoiceDetail detail) {
        return new WholeInvoiceAnswer(
                InvoiceAnswer.of(detail.invoice(), detail.agreement().id()),
                InvoiceAnswer.text(detail.net()),
                InvoiceAnswer.text(detail.vat()),
                detail.meters().stream().map(Meter::of).toList(),
                detail.lines().stream().map(Line::of).toList(),
                detail.vatByRate().stream().map(Rate::of).toList(),
                detail.reason(),
                detail.corrects().map(Related::of).orElse(null),
                detail.notes().stream().map(Related::of).toList());
    }

    record Meter(
            @Nullable DaysAnswer days, String serial, long fromLitres, long toLitres, long litres, boolean estimated) {

        static Meter of(IssuedMeter meter) {
            return new Meter(
                    DaysAnswer.of(meter.period()),
                    meter.serial(),
                    meter.before().litres(),
                    meter.after().litres(),
                    meter.used().litres(),
                    meter.isEstimated());
        }
    }

    /** @param perUnits how many units the price is of */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            InvoiceSection section,
            String label,
            String quantity,
            String unit,
            String price,
            int perUnits,
            @Nullable DaysAnswer days,
            String net,
            String vatRate) {

        static Line of(IssuedLine line) {
            return new Line(
                    line.section(),
                    line.label(),
                    line.quantity().amount().toPlainString(),
                    line.quantity().unit(),
                    line.price().perUnit().toPlainString(),
                    line.priced(),
                    DaysAnswer.of(line.period()),
                    InvoiceAnswer.text(line.net()),
                    line.vat().percent().toPlainString());
        }
    }

    record Rate(String rate, String net, String vat) {

        static Rate of(VatAtRate at) {
            return new Rate(
                    at.rate().percent().toPlainString(), InvoiceAnswer.text(at.net()), InvoiceAnswer.text(at.amount()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Related(
            UUID id,
            String number,
            LocalDate issuedOn,
            String total,
            @Nullable String reason) {

        static Related of(RelatedInvoice other) {
            return new Related(
                    other.id().value(),
                    other.number(),
                    other.issuedOn(),
                    InvoiceAnswer.text(other.total()),
                    other.reason());
        }
    }
}
