package fr.ondine.demo.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipOutputStream;

/** The logins of iléo's former portal: some of its subscribers, each with a hash of another form. */
final class OldLoginSheet {

    /** Invented, for the demonstration alone. */
    static final String PASSWORD = "ancien mot de passe";

    private record Kept(String hash, String salt, String place) {
        Kept(String hash) {
            this(hash, "", "");
        }
    }

    /** Of {@link #PASSWORD}; the last one is in a form that nobody understands. */
    private static final List<Kept> HASHES = List.of(
            new Kept("$2y$10$XXXXXXXXXXXXXXXXXXXXXOX1u0xlY0kTod19VG01YAADcxJd6NYLi"),
            new Kept("pbkdf2_sha256$260000$demonstration$NS8HALTmT3B9dff1J8+zhwL4nTTumF6/UpNiHODLfV8="),
            new Kept(
                    "$6$demonstration$/cb5qekqXOKZNRHgx1exGezRd9gWa84uhaQ6r9JtIkceSRFejYziRuWMVSo7qkV5nCDKvIO.We3fDkPy/cQBN0"),
            new Kept("{SSHA}AFiljXaxXpILdkwgth7mDVD9K9RkZW1vbnN0cmF0aW9u"),
            new Kept("1117b33967047cc522be1a3452155412", "demo", "avant"),
            new Kept("$S$DemonstrationDUneFormeInconnue"));

    /** The first of all, who are in the small data of tests too. */
    private static final int AMONG = 30;

    private OldLoginSheet() {}

    static boolean isKeptBy(DemoUtility utility) {
        return utility == DemoUtility.ILEO;
    }

    static void write(ZipOutputStream zip, Dossiers book) {
        var header = "identifiant,contrats,titulaire,prenom,nom,email,empreinte,sel,place_du_sel";
        CsvSheet.write(zip, book.utility().dialect(), "anciens_comptes.csv", header, sheet -> {
            var place = 0;
            for (var dossier : holders(book.dossiers().toList())) {
                row(sheet, dossier, HASHES.get(place++));
            }
        });
    }

    /** Those whose contracts are of before the new numbers; who is written to in an unknown form has an address. */
    static List<Dossier> holders(List<Dossier> dossiers) {
        return dossiers.stream()
                .filter(dossier -> dossier.rank() - dossier.utility().mainDossier() < AMONG)
                .filter(Dossier::introducesHolder)
                .filter(dossier -> !dossier.holder().email().isEmpty())
                .filter(dossier -> dossier.contracts().getFirst().formerNumber().isPresent())
                .limit(HASHES.size())
                .toList();
    }

    static String number(Dossier dossier) {
        return "C-%06d".formatted(100_000 + dossier.rank());
    }

    private static void row(CsvSheet sheet, Dossier dossier, Kept kept) {
        var holder = dossier.holder();
        sheet.row(
                number(dossier),
                dossier.contracts().stream()
                        .map(contract -> contract.formerNumber().orElse(contract.number()))
                        .collect(Collectors.joining("|")),
                holder.reference(),
                holder.firstName(),
                holder.lastName(),
                holder.email(),
                kept.hash(),
                kept.salt(),
                kept.place());
    }
}
