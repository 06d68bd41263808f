package fr.ondine.platform.stories;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The utility's billing software: its books, which know of the portal what somebody typed in, and its files. */
final class Software {

    final List<Party> parties = new ArrayList<>();
    final List<Bill> bills = new ArrayList<>();
    final List<Receipt> receipts = new ArrayList<>();
    final List<GivenBack> backs = new ArrayList<>();
    final List<Mandate> mandates = new ArrayList<>();
    /** Up to which day the portal knows its books. */
    LocalDate knownOn = LocalDate.MIN;

    private final int story;
    private int numbers;

    Software(int story) {
        this.story = story;
    }

    /** Under which number something is written down, of whom and when. */
    record Mark(String number, Party party, LocalDate today) {}

    Mark mark(Party party, LocalDate today) {
        return new Mark("%06d%04d".formatted(story, ++numbers), party, today);
    }

    /** A number of a contract, or a reference, that no other story has. */
    String number() {
        return "%07d%03d".formatted(2_000_000 + story, ++numbers);
    }

    Bill bill(Party party, LocalDate today, String kind, long net, int days) {
        return add(bills, new Bill(mark(party, today), kind, net, days, null));
    }

    Bill billOfUse(Party party, LocalDate today, long used, int days) {
        return add(bills, Bill.ofUse(mark(party, today), used, days));
    }

    Bill credit(Bill bill, LocalDate today, long net) {
        return add(bills, new Bill(mark(bill.party, today), "avoir", -net, 0, bill));
    }

    Bill gesture(Party party, LocalDate today, long net) {
        return add(bills, new Bill(mark(party, today), "avoir", -net, 0, null));
    }

    Receipt receive(Party party, LocalDate today, Bill bill, String mode, long amount) {
        var mark = mark(party, today);
        return add(receipts, new Receipt(mark, "R" + mark.number(), bill, mode, amount, null));
    }

    Receipt receiveOnAccount(Party party, LocalDate today, String mode, long amount) {
        var mark = mark(party, today);
        return add(receipts, new Receipt(mark, "R" + mark.number(), null, mode, amount, null));
    }

    Receipt repeat(CardPayment card, String money, Bill bill, LocalDate today) {
        return add(receipts, new Receipt(mark(card.party, today), money, bill, "carte", card.amount, card));
    }

    GivenBack giveBack(Party party, LocalDate today, long amount) {
        var mark = mark(party, today);
        return add(backs, new GivenBack(mark, "B" + mark.number(), amount));
    }

    List<Bill> billsOf(Party party, Predicate<Bill> which) {
        return bills.stream()
                .filter(bill -> bill.party == party && which.test(bill))
                .toList();
    }

    /** What the software thinks is still owed on an invoice. */
    long owed(Bill bill) {
        return left(bill) - paid(bill);
    }

    /** What no credit note has taken back, here or there. */
    long left(Bill bill) {
        return bill.total()
                - bill.creditedHere
                + bills.stream()
                        .filter(note -> note.corrects == bill)
                        .mapToLong(Bill::total)
                        .sum();
    }

    /** The same without VAT, as far as the software knows. */
    long netLeft(Bill bill) {
        return bill.net
                + bills.stream()
                        .filter(note -> note.corrects == bill)
                        .mapToLong(note -> note.net)
                        .sum();
    }

    private long paid(Bill bill) {
        return receipts.stream()
                .filter(receipt -> receipt.bill == bill && receipt.isKept())
                .mapToLong(receipt -> receipt.amount)
                .sum();
    }

    Archive archive(LocalDate today, Predicate<Object> brought) {
        var some = new Archive(
                parties,
                bills.stream().filter(brought).toList(),
                receipts.stream().filter(brought).toList(),
                backs.stream().filter(brought).toList(),
                mandates,
                today);
        return some;
    }

    /** That of which each file has all. */
    void tell(LocalDate today) {
        knownOn = today;
        mandates.forEach(Mandate::tell);
        parties.stream().filter(party -> !party.isPassedOn).forEach(party -> party.methodTold = party.method);
    }

    /** What the portal was not told yet. */
    static boolean isNews(Object one) {
        return switch (one) {
            case Bill bill -> !bill.isTold;
            case Receipt receipt -> !receipt.isTold || !receipt.isKept() && !receipt.isReturnTold;
            case GivenBack back -> !back.isTold;
            default -> throw new IllegalArgumentException(one.toString());
        };
    }

    /** Whether others of the files need it. */
    boolean isNamed(Bill bill) {
        return Stream.concat(
                        receipts.stream().map(receipt -> receipt.bill),
                        bills.stream().map(note -> note.corrects))
                .anyMatch(named -> named == bill);
    }

    private static <T> T add(List<T> all, T one) {
        all.add(one);
        return one;
    }
}
