package fr.ondine.demo.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How the holder of an agreement pays: on time, late, in part, too much, or not at all. */
record Habit(String method, LocalDate today) {

    private static final List<String> BY_HAND = List.of("cheque", "virement", "tip", "tip", "especes");

    static Habit of(Contract contract, LocalDate today) {
        return new Habit(contract.paymentMethod(), today);
    }

    /** The payments received by today; {@code age} counts invoices from the latest, which is 0. */
    List<Receipt> receipts(Bill bill, int age, Draw draw) {
        if (bill.total().signum() <= 0) {
            return List.of();
        }
        var receipts = switch (method) {
            case "prelevement" -> debited(bill, age, draw);
            case "mensualisation" -> monthly(bill);
            default -> byHand(bill, age, draw);
        };
        return receipts.stream().filter(r -> !r.receivedOn().isAfter(today)).toList();
    }

    private List<Receipt> debited(Bill bill, int age, Draw draw) {
        var returned = age < 2 && draw.percent(4) ? bill.dueOn().plusDays(3) : null;
        var known = returned != null && !returned.isAfter(today) ? returned : null;
        return List.of(receipt(bill, 1, "prelevement", bill.total(), bill.dueOn(), known));
    }

    private List<Receipt> monthly(Bill bill) {
        var part = bill.total().divide(BigDecimal.valueOf(5), 2, RoundingMode.DOWN);
        var first = bill.issuedOn().withDayOfMonth(10);
        var receipts = new ArrayList<Receipt>();
        for (int month = 1; month <= 5; month++) {
            var amount = month < 5 ? part : bill.total().subtract(part.multiply(BigDecimal.valueOf(4)));
            receipts.add(receipt(bill, month, "prelevement", amount, first.plusMonths(month), null));
        }
        return receipts;
    }

    private List<Receipt> byHand(Bill bill, int age, Draw draw) {
        var means = draw.of(BY_HAND);
        var chance = draw.between(1, 100);
        var inTime = bill.issuedOn().plusDays(draw.between(4, 33));
        var late = bill.dueOn().plusDays(draw.between(3, 50));
        if (age < 2 && chance > 92 || chance > 99) {
            return List.of();
        }
        if (age < 2 && chance > 89) {
            var half = bill.total().divide(BigDecimal.TWO, 2, RoundingMode.DOWN);
            return List.of(receipt(bill, 1, means, half, inTime, null));
        }
        if (age == 0 && chance > 87) {
            return List.of(receipt(bill, 1, means, bill.total().add(BigDecimal.TEN), inTime, null));
        }
        return List.of(receipt(bill, 1, means, bill.total(), chance > 75 ? late : inTime, null));
    }

    private static Receipt receipt(
            Bill bill, int rank, String means, BigDecimal amount, LocalDate receivedOn, LocalDate returnedOn) {
        return new Receipt("R-" + bill.number() + "-" + rank, bill, means, amount, receivedOn, returnedOn);
    }
}
