package fr.ondine.tenantconfig;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the utility says to a subscriber where the question arises.
 *
 * @param howToPay on invoices, each way on a line: cheque, transfer, cash, what else it takes
 * @param onInvoices what else its invoices have to say, each on a line: the quality of the water, new prices
 */
public record SubscriberTexts(
        String noContractYet,
        String claim,
        String claimScope,
        String noInvoiceYet,
        String invoices,
        String consumption,
        String reading,
        String deleteAccount,
        @Nullable String howToPay,
        @Nullable String onInvoices) {

    public List<String> waysToPay() {
        return lines(howToPay);
    }

    public List<String> invoiceNotes() {
        return lines(onInvoices);
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
