package fr.ondine.platform.documents;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** A text in the signs that the French tables of liblouis know: what they do not would be left out without a word. */
final class BrailleText {

    /** An amount is one word: it would be cut where its thousands are. Numbers of contracts and accounts are not. */
    private static final Pattern THOUSANDS = Pattern.compile(
            "(?<=\\d)[\u00a0\u202f](?=\\d{3}(?:[\u00a0\u202f]\\d{3})*(?:,\\d|[\u00a0\u202f](?:€|m³|litre)))");

    private static final Pattern FOREIGN = Pattern.compile("[\\p{L}&&[^A-Za-zàâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ]]");

    /** Letters that are no letter with a mark. */
    private static final Map<String, String> ALIKE =
            Map.of("Ł", "L", "ł", "l", "Đ", "D", "đ", "d", "Ø", "O", "ø", "o", "ß", "ss", "ı", "i");

    private BrailleText() {}

    static String of(String text) {
        var known = FOREIGN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(letter -> plain(letter.group()));
        return THOUSANDS
                .matcher(known)
                .replaceAll("")
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace("\\", "\\\\");
    }

    private static String plain(String letter) {
        return ALIKE.getOrDefault(
                letter, Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
    }
}
