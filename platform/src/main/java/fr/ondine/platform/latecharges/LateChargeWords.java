package fr.ondine.platform.latecharges;

/** What the invoice of an increase says, as it is written on invoices in whatever language they are looked at. */
final class LateChargeWords {

    private LateChargeWords() {}

    static String line(LateCharge charge) {
        return "Majoration de 25 % pour retard de la redevance d'assainissement, facture " + charge.number()
                + " (CGCT, art. R. 2224-19-9)";
    }
}
