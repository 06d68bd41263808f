package fr.ondine.platform.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file set of the billing software, as it stood on a day. */
record Archive(Map<String, String> files, List<Bill> bills, List<Receipt> receipts, List<GivenBack> backs) {

    Archive(
            List<Party> parties,
            List<Bill> bills,
            List<Receipt> receipts,
            List<GivenBack> backs,
            List<Mandate> mandates,
            LocalDate today) {
        this(files(parties, bills, receipts, backs, today), bills, receipts, backs);
        files.put(
                "mandats.csv",
                sheet("contrat;reference;creancier;titulaire;iban;signe_le;revoque_le", mandates, Mandate::row));
    }

    private static Map<String, String> files(
            List<Party> parties, List<Bill> bills, List<Receipt> receipts, List<GivenBack> backs, LocalDate today) {
        var now = parties.stream().filter(party -> !party.isPassedOn).toList();
        var files = new LinkedHashMap<String, String>();
        files.put("extraction.csv", "date\n" + today + "\n");
        files.put(
                "titulaires.csv",
                sheet(
                        "reference;nature;prenom;nom",
                        parties,
                        party -> party.holder + ";particulier;Anne;" + party.holder));
        files.put(
                "points_de_service.csv",
                sheet("reference;local;service;adresse;code_postal;ville", now, Archive::place));
        files.put(
                "contrats.csv",
                sheet("numero;titulaire;point_de_service;service;mode_paiement;debut;fin", now, Archive::contract));
        files.put(
                "anciens_numeros.csv",
                "ancien_numero;contrat;remplace_le\n"
                        + rows(now.stream()
                                .flatMap(party -> party.older.stream()
                                        .map(older -> older + ";" + party.number + ";" + party.start))));
        files.put(
                "factures.csv",
                sheet(
                        "numero;contrat;titulaire;nature;date_emission;date_echeance;debut_periode;fin_periode;volume;"
                                + "montant_ht;montant_tva;montant_ttc;facture_corrigee",
                        bills,
                        Bill::row));
        files.put(
                "lignes_facture.csv",
                sheet(
                        "facture;position;rubrique;libelle;quantite;unite;prix_unitaire;montant_ht;taux_tva",
                        bills,
                        Bill::lines));
        files.put(
                "paiements.csv",
                sheet("reference;contrat;titulaire;facture;mode;montant;date;etat;rejete_le", receipts, Receipt::row));
        files.put("remboursements.csv", sheet("reference;contrat;titulaire;mode;montant;date", backs, GivenBack::row));
        return files;
    }

    private static String place(Party party) {
        return party.place + ";" + party.place + ";eau;1 rue des Sources;57000;Metz";
    }

    private static String contract(Party party) {
        return String.join(
                ";",
                party.number,
                party.holder,
                party.place,
                "eau",
                party.method,
                party.start.toString(),
                party.end == null ? "" : party.end.toString());
    }

    private static <T> String sheet(String header, List<T> some, Function<T, String> row) {
        return header + "\n" + rows(some.stream().map(row));
    }

    private static String rows(Stream<String> rows) {
        return String.join("", rows.map(row -> row + "\n").toList());
    }

    Path zip(Path folder) {
        try {
            var file = Files.createTempFile(folder, "donnees", ".zip");
            try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (var entry : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of it is new, as a person would say it. */
    String news() {
        return Stream.of(bills, receipts, backs)
                .flatMap(List::stream)
                .filter(Software::isNews)
                .map(Archive::words)
                .toList()
                .toString();
    }

    private static String words(Object one) {
        return one instanceof Receipt receipt && receipt.isTold
                ? receipt + " came back"
                : one instanceof Receipt receipt && !receipt.isKept() ? receipt + ", which came back" : one.toString();
    }
}
