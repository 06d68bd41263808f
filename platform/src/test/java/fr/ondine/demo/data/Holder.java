package fr.ondine.demo.data;

import java.text.Normalizer;
import java.util.Locale;

/** A fictional person or organisation who owes the invoices. */
record Holder(
        String reference,
        boolean organisation,
        String title,
        String firstName,
        String lastName,
        String email,
        String phone,
        String mobile,
        String siren) {

    static Holder of(DemoUtility utility, int dossier) {
        var draw = new Draw(utility, dossier, "holder");
        var story = Story.of(utility, dossier);
        if (utility == DemoUtility.MALESHERBOIS && story == Story.MAIN) {
            return person(utility, dossier, "M.", "Pierre", "Dupont", draw, true);
        }
        if (story == Story.PLAIN && draw.percent(3)) {
            return organisation(utility, dossier, draw);
        }
        var woman = draw.percent(50);
        var first = draw.of(woman ? Words.WOMEN : Words.MEN);
        var reachable = story == Story.MAIN || story != Story.WITHOUT_EMAIL && draw.percent(60);
        return person(utility, dossier, woman ? "Mme" : "M.", first, draw.of(Words.FAMILIES), draw, reachable);
    }

    private static Holder person(
            DemoUtility utility, int dossier, String title, String first, String last, Draw draw, boolean reachable) {
        var suffix = dossier == utility.mainDossier() ? "" : dossier + 1;
        var email = reachable ? ascii(first) + "." + ascii(last) + suffix + "@courriel.example" : "";
        return new Holder(
                reference(dossier),
                false,
                title,
                first,
                last,
                email,
                phone(utility.phonePrefix(), draw),
                mobile(draw),
                "");
    }

    private static Holder organisation(DemoUtility utility, int dossier, Draw draw) {
        var name = "SCI " + draw.of(Words.STREETS).replaceFirst("^.*(des|du|de la) ", "Résidence $1 ");
        var email = "gestion" + (dossier + 1) + "@courriel.example";
        return new Holder(
                reference(dossier), true, "", "", name, email, phone(utility.phonePrefix(), draw), "", siren(draw));
    }

    /** The intra-community VAT number that goes with a SIREN. */
    String vatNumber() {
        if (siren.isEmpty()) {
            return "";
        }
        var key = (12 + 3 * (Long.parseLong(siren) % 97)) % 97;
        return "FR%02d%s".formatted(key, siren);
    }

    String fullName() {
        return (title + " " + firstName + " " + lastName).strip();
    }

    static String reference(int dossier) {
        return "T%06d".formatted(dossier + 1);
    }

    // the ranges that the regulator keeps for works of fiction
    private static String phone(String prefix, Draw draw) {
        return "%s %s %s".formatted(prefix, draw.digits(2), draw.digits(2));
    }

    private static String mobile(Draw draw) {
        return draw.percent(80) ? phone("06 39 98", draw) : "";
    }

    private static String siren(Draw draw) {
        var body = "9" + draw.digits(7);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return body + (10 - sum % 10) % 10;
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{ASCII}]", "")
                .replace(' ', '-')
                .toLowerCase(Locale.ROOT);
    }
}
