package fr.ondine.demo.data;

import static fr.ondine.demo.data.CsvSheet.orEmpty;

import java.util.zip.ZipOutputStream;

/** Invoices, their lines and the payments received. */
final class BillSheets {

    private final ZipOutputStream zip;
    private final Dossiers book;

    private BillSheets(ZipOutputStream zip, Dossiers book) {
        this.zip = zip;
        this.book = book;
    }

    static void write(ZipOutputStream zip, Dossiers book) {
        var sheets = new BillSheets(zip, book);
        sheets.eachAgreement(
                "factures.csv",
                "numero,contrat,nature,date_emission,date_echeance,debut_periode,fin_periode,volume,"
                        + "montant_ht,montant_tva,montant_ttc,document",
                BillSheets::invoices);
        sheets.eachAgreement(
                "lignes_facture.csv",
                "facture,position,rubrique,libelle,quantite,unite,prix_unitaire,montant_ht,taux_tva",
                BillSheets::lines);
        sheets.eachAgreement(
                "paiements.csv", "reference,contrat,facture,mode,montant,date,etat,rejete_le", BillSheets::payments);
    }

    private interface Rows {
        void write(CsvSheet sheet, Dossier dossier, Contract contract);
    }

    private void eachAgreement(String name, String header, Rows rows) {
        CsvSheet.write(
                zip,
                book.utility().dialect(),
                name,
                header,
                sheet -> book.dossiers()
                        .forEach(dossier ->
                                dossier.contracts().forEach(contract -> rows.write(sheet, dossier, contract))));
    }

    private static void invoices(CsvSheet sheet, Dossier dossier, Contract contract) {
        var originals = dossier.originals(contract);
        for (var bill : dossier.bills(contract)) {
            sheet.row(
                    bill.number(),
                    bill.agreementNumber(),
                    bill.kind(),
                    bill.issuedOn(),
                    bill.dueOn(),
                    bill.half().from(),
                    bill.half().to(),
                    bill.cubicMetres(),
                    bill.net(),
                    bill.vat(),
                    bill.total(),
                    originals.contains(bill) ? bill.pdfPath() : "");
        }
    }

    private static void lines(CsvSheet sheet, Dossier dossier, Contract contract) {
        for (var bill : dossier.bills(contract)) {
            int position = 1;
            for (var line : bill.lines()) {
                var charge = line.charge();
                sheet.row(
                        bill.number(),
                        position++,
                        charge.section(),
                        charge.label(),
                        line.quantity(),
                        charge.unit(),
                        charge.price(),
                        line.net(),
                        charge.vatRate());
            }
        }
    }

    private static void payments(CsvSheet sheet, Dossier dossier, Contract contract) {
        for (var receipt : dossier.receipts(contract)) {
            sheet.row(
                    receipt.reference(),
                    contract.number(),
                    receipt.bill().number(),
                    receipt.method(),
                    receipt.amount(),
                    receipt.receivedOn(),
                    receipt.returnedOn() == null ? "encaisse" : "rejete",
                    orEmpty(receipt.returnedOn()));
        }
    }
}
