package fr.ondine.platform.facturx;

import fr.ondine.platform.kernel.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or a credit note in the terms of EN 16931; its amounts are those that were issued, and those of a credit
 * note say what is given back.
 *
 * @param operation what is sold (BT-23)
 * @param dueOn until when it is to be paid (BT-9); null where nothing is asked for by itself
 * @param preceding what a credit note takes back (BG-3)
 * @param notes what a person is told besides (BG-1)
 * @param contract the number of the agreement, as printed (BT-12)
 * @param place where the water goes (BG-15)
 * @param period the days that were billed (BG-14)
 * @param terms how it is paid, in words (BT-20)
 */
public record ElectronicInvoice(
        String number,
        boolean isCreditNote,
        Operation operation,
        LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        @Nullable Preceding preceding,
        List<Note> notes,
        Seller seller,
        Buyer buyer,
        String contract,
        PostalAddress place,
        @Nullable Period period,
        String terms,
        PaymentMeans means,
        List<ElectronicLine> lines,
        List<ElectronicVat> vat,
        ElectronicTotals totals) {

    /** The invoice that is taken back, as printed. */
    public record Preceding(String number, LocalDate issuedOn) {}

    /**
     * A note.
     *
     * @param subject what it is about (UNTDID 4451), where software looks for that
     */
    public record Note(String text, @Nullable String subject) {

        public static Note of(String text) {
            return new Note(text, null);
        }

        void write(Xml xml) {
            xml.in("ram:IncludedNote", () -> {
                xml.text("ram:Content", text);
                xml.text("ram:SubjectCode", subject);
            });
        }
    }

    public ElectronicInvoice {
        notes = List.copyOf(notes);
        lines = List.copyOf(lines);
        vat = List.copyOf(vat);
    }

    /** UNTDID 1001. */
    String type() {
        return isCreditNote ? "381" : "380";
    }
}
