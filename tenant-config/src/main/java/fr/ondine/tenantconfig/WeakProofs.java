package fr.ondine.tenantconfig;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Proofs that open nothing by themselves, each with its bits, as a refusal names them. */
record WeakProofs(List<Worth> proofs) {

    record Worth(Proof proof, int bits) {}

    /** "numéro de compteur (13 bits), adresse e-mail au dossier (0 bit)". */
    String in(Locale locale) {
        return proofs.stream().map(worth -> said(worth, locale)).collect(Collectors.joining(", "));
    }

    private static String said(Worth worth, Locale locale) {
        var words = Texts.of("refusals", locale);
        var code = worth.proof().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new MessageFormat(words.getString("proof-worth"), locale)
                .format(new Object[] {words.getString("proof." + code), worth.bits()});
    }
}
