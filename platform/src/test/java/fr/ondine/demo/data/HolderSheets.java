package fr.ondine.demo.data;

import static fr.ondine.demo.data.CsvSheet.orEmpty;

import java.util.zip.ZipOutputStream;

/** Holders, service points, agreements, older numbers and mandates. */
final class HolderSheets {

    private final Dialect dialect;
    private final ZipOutputStream zip;
    private final Dossiers book;

    private HolderSheets(ZipOutputStream zip, Dossiers book) {
        this.zip = zip;
        this.book = book;
        this.dialect = book.utility().dialect();
    }

    static void write(ZipOutputStream zip, Dossiers book) {
        var sheets = new HolderSheets(zip, book);
        sheets.holders();
        sheets.servicePoints();
        sheets.agreements();
        sheets.formerNumbers();
        sheets.mandates();
    }

    private void holders() {
        var header = "reference,nature,civilite,prenom,nom,email,telephone,mobile,"
                + "adresse,complement,code_postal,ville,siren,numero_tva";
        CsvSheet.write(
                zip,
                dialect,
                "titulaires.csv",
                header,
                sheet -> book.dossiers()
                        .filter(Dossier::introducesHolder)
                        .forEach(dossier -> holder(sheet, dossier.holder(), dossier.address())));
    }

    private static void holder(CsvSheet sheet, Holder holder, Address address) {
        sheet.row(
                holder.reference(),
                holder.organisation() ? "organisation" : "particulier",
                holder.title(),
                holder.firstName(),
                holder.lastName(),
                holder.email(),
                holder.phone(),
                holder.mobile(),
                address.street(),
                address.complement(),
                address.postcode(),
                address.city(),
                holder.siren(),
                holder.vatNumber());
    }

    private void servicePoints() {
        var header = "reference,local,service,adresse,complement,code_postal,ville,tournee";
        CsvSheet.write(
                zip,
                dialect,
                "points_de_service.csv",
                header,
                sheet -> book.dossiers()
                        .forEach(dossier ->
                                dossier.contracts().forEach(contract -> servicePoint(sheet, dossier, contract))));
    }

    private static void servicePoint(CsvSheet sheet, Dossier dossier, Contract contract) {
        var address = dossier.address();
        sheet.row(
                contract.servicePoint(),
                "L%06d".formatted(dossier.rank() + 1),
                contract.service().word(),
                address.street(),
                address.complement(),
                address.postcode(),
                address.city(),
                "Tournée " + address.city());
    }

    private void agreements() {
        var header = "numero,titulaire,point_de_service,service,occupant,cle_securite,mode_paiement,debut,fin";
        CsvSheet.write(
                zip,
                dialect,
                "contrats.csv",
                header,
                sheet -> book.dossiers()
                        .forEach(dossier ->
                                dossier.contracts().forEach(contract -> agreement(sheet, dossier, contract))));
    }

    private static void agreement(CsvSheet sheet, Dossier dossier, Contract contract) {
        sheet.row(
                contract.number(),
                dossier.holder().reference(),
                contract.servicePoint(),
                contract.service().word(),
                dossier.holder().organisation() ? "" : dossier.holder().fullName(),
                contract.claimKey(),
                contract.paymentMethod(),
                contract.startedOn(),
                orEmpty(contract.endedOn()));
    }

    private void formerNumbers() {
        var header = "ancien_numero,contrat,remplace_le,exploitant";
        CsvSheet.write(
                zip,
                dialect,
                "anciens_numeros.csv",
                header,
                sheet -> book.dossiers()
                        .flatMap(dossier -> dossier.contracts().stream())
                        .filter(contract -> contract.formerNumber().isPresent())
                        .forEach(contract -> sheet.row(
                                contract.formerNumber().orElseThrow(),
                                contract.number(),
                                DemoUtility.RENUMBERED_ON,
                                "Société des Eaux de la Métropole Européenne de Lille")));
    }

    private void mandates() {
        var header = "contrat,reference,creancier,titulaire,iban,banque,signe_le,revoque_le";
        CsvSheet.write(
                zip,
                dialect,
                "mandats.csv",
                header,
                sheet -> book.dossiers()
                        .forEach(dossier -> dossier.contracts()
                                .forEach(contract ->
                                        contract.bankAccount().ifPresent(a -> mandate(sheet, dossier, contract, a)))));
    }

    private void mandate(CsvSheet sheet, Dossier dossier, Contract contract, BankAccount account) {
        sheet.row(
                contract.number(),
                account.mandate(),
                book.utility().creditor(),
                dossier.holder().fullName(),
                account.iban(),
                account.bank(),
                account.signedOn(),
                "");
    }
}
