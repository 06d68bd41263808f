package fr.ondine.demo.data;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The subscribers of the demonstration that its page and the tests know by name, as of the day of its data. */
public final class DemoSubscribers {

    private final DossierBook book;

    private DemoSubscribers(DossierBook book) {
        this.book = book;
    }

    /** The subscribers of a utility in the data made for that day. */
    public static DemoSubscribers of(DemoUtility utility, LocalDate today) {
        return new DemoSubscribers(new DossierBook(utility, today));
    }

    /** The one whose latest invoice waits to be paid; at Le Malesherbois, M. Pierre Dupont with IT00024. */
    public DemoSubscriber main() {
        return first(Story.MAIN);
    }

    /** The main subscriber's sewerage agreement at Le Malesherbois, the second address elsewhere. */
    public DemoSubscriber mainSecond() {
        var main = book.dossier(book.utility().mainDossier());
        return main.contracts().size() > 1
                ? card(main, main.contracts().get(1))
                : card(book.dossier(book.utility().mainDossier() + 1));
    }

    /** One who moved in lately and has no invoice yet. */
    public DemoSubscriber newcomer() {
        return first(Story.NEWCOMER);
    }

    /** One of whom no e-mail is on file. */
    public DemoSubscriber withoutEmail() {
        return first(Story.WITHOUT_EMAIL);
    }

    /** One whose last half-year shows a leak. */
    public DemoSubscriber withLeak() {
        return first(Story.LEAK);
    }

    /** One whose meter was replaced. */
    public DemoSubscriber withReplacedMeter() {
        return first(Story.REPLACED_METER);
    }

    /** One whose four wheels went past 9999. */
    public DemoSubscriber withRollover() {
        return first(Story.ROLLOVER);
    }

    /** One to whom a credit note was given. */
    public DemoSubscriber withCreditNote() {
        return first(Story.CREDIT_NOTE);
    }

    /** A few who hold a paper invoice, the main one first. */
    public List<DemoSubscriber> withPaperInvoice() {
        return IntStream.range(0, Dossier.PAPER_ORIGINALS)
                .mapToObj(distance -> book.dossier(book.utility().mainDossier() + distance))
                .filter(dossier -> !dossier.meters().usages().isEmpty())
                .map(DemoSubscribers::card)
                .toList();
    }

    /** Those who had a login at the former portal; only iléo has such. */
    public List<DemoOldLogin> withOldLogin() {
        return OldLoginSheet.isKeptBy(book.utility())
                ? OldLoginSheet.holders(book.firstDossiers().toList()).stream()
                        .map(dossier -> new DemoOldLogin(
                                OldLoginSheet.number(dossier), dossier.holder().fullName(), OldLoginSheet.PASSWORD))
                        .toList()
                : List.of();
    }

    /** The original PDF of the latest invoice of a subscriber. */
    public byte[] paperInvoice(DemoSubscriber subscriber) {
        return IntStream.range(0, Dossier.PAPER_ORIGINALS)
                .mapToObj(distance -> book.dossier(book.utility().mainDossier() + distance))
                .flatMap(dossier -> dossier.contracts().stream()
                        .filter(contract -> contract.number().equals(subscriber.agreementNumber()))
                        .map(contract -> PaperInvoice.print(dossier, contract, dossier.latestBill(contract))))
                .findFirst()
                .orElseThrow();
    }

    private DemoSubscriber first(Story story) {
        return card(book.dossier(story.firstRank(book.utility())));
    }

    private static DemoSubscriber card(Dossier dossier) {
        return card(dossier, dossier.contracts().getFirst());
    }

    private static DemoSubscriber card(Dossier dossier, Contract contract) {
        var billed = !dossier.meters().usages().isEmpty();
        return new DemoSubscriber(
                dossier.utility().slug(),
                dossier.holder().fullName(),
                contract.number(),
                contract.formerNumber().orElse(""),
                contract.claimKey(),
                billed ? dossier.latestBill(contract).number() : "",
                dossier.meters().serialInPlace(),
                dossier.holder().email());
    }
}
