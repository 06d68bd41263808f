package fr.ondine.demo.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** All that the billing software knows about one address: its holder, agreements, meters, invoices and payments. */
record Dossier(
        DemoUtility utility,
        int rank,
        LocalDate today,
        Story story,
        Holder holder,
        Address address,
        MeterHistory meters,
        List<Contract> contracts) {

    static final int PAPER_ORIGINALS = 8;

    /** Whether the holder is not that of an earlier dossier. */
    boolean introducesHolder() {
        return holder.reference().equals(Holder.reference(rank));
    }

    /** Whether the billing software hands over the PDFs of the last invoices as they were sent. */
    boolean hasPaperOriginals() {
        return Math.floorMod(rank - utility.mainDossier(), utility.dossiers()) < PAPER_ORIGINALS;
    }

    /** The invoices whose PDF is in the zip; the others are set anew. */
    List<Bill> originals(Contract contract) {
        var bills = bills(contract);
        return hasPaperOriginals() ? bills.subList(Math.max(0, bills.size() - 2), bills.size()) : List.of();
    }

    /** The latest invoice, not a credit note. */
    Bill latestBill(Contract contract) {
        return bills(contract).stream()
                .filter(bill -> !bill.kind().equals("avoir"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The invoices of an agreement, the oldest first. */
    List<Bill> bills(Contract contract) {
        var bills = new ArrayList<Bill>();
        for (var usage : meters.usages()) {
            var issued = usage.half().issuedOn();
            var last = contract.endedOn() != null && !usage.half().to().isBefore(contract.endedOn());
            bills.add(new Bill(
                    utility.invoiceNumber(issued, rank, contract.service()),
                    last ? "cloture" : "reelle",
                    contract.numberOn(issued),
                    issued,
                    usage.half().dueOn(),
                    usage.half(),
                    usage.cubicMetres(),
                    Tariff.of(utility, contract.service()).halfYear(usage.cubicMetres(), issued.getYear())));
        }
        if (story == Story.CREDIT_NOTE && !bills.isEmpty()) {
            addCreditNote(contract, bills);
        }
        return bills;
    }

    private void addCreditNote(Contract contract, List<Bill> bills) {
        var number = utility.invoiceNumber(bills.getLast().issuedOn(), rank + utility.dossiers(), contract.service());
        var note = bills.getLast().creditNote(number);
        if (!note.issuedOn().isAfter(today)) {
            bills.add(note);
        }
    }

    /** The payments received for an agreement. */
    List<Receipt> receipts(Contract contract) {
        var draw = new Draw(utility, rank, "pay" + contract.service());
        var bills = bills(contract);
        var receipts = new ArrayList<Receipt>();
        for (int i = 0; i < bills.size(); i++) {
            var age = bills.size() - 1 - i;
            if (story != Story.MAIN) {
                receipts.addAll(Habit.of(contract, today).receipts(bills.get(i), age, draw));
            } else if (age > 0) {
                receipts.add(paidInTime(bills.get(i), contract));
            }
        }
        return receipts;
    }

    // the main subscriber has paid everything but the latest invoice
    private static Receipt paidInTime(Bill bill, Contract contract) {
        var method = contract.paymentMethod().equals("prelevement") ? "prelevement" : "cheque";
        return new Receipt(
                "R-" + bill.number() + "-1",
                bill,
                method,
                bill.total(),
                bill.dueOn().minusDays(6),
                null);
    }
}
