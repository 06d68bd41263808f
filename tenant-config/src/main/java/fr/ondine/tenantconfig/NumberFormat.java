package fr.ondine.tenantconfig;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a utility writes its contract or invoice numbers: the current form, then older ones that are still accepted. */
public record NumberFormat(List<NumberForm> forms) {

    public NumberFormat {
        Invalid.whenEmpty("forms", forms);
        for (int later = 1; later < forms.size(); later++) {
            var field = "forms[" + (later + 1) + "]";
            for (var earlier : forms.subList(0, later)) {
                Invalid.when(
                        earlier.collidesWith(forms.get(later)),
                        field,
                        "number-forms-collide",
                        earlier.pattern(),
                        forms.get(later).pattern());
            }
        }
    }

    /** The number as it is stored and compared, or empty when what was typed has no form of this utility. */
    public Optional<String> normalise(String typed) {
        var number = plain(typed);
        return forms.stream().anyMatch(form -> form.fits(number)) ? Optional.of(number) : Optional.empty();
    }

    /** Why what was typed has no form of this utility, or empty when it has one. */
    public Optional<Refusal> refusal(String typed) {
        return normalise(typed).isPresent() ? Optional.empty() : Optional.of(refused(plain(typed)));
    }

    private Refusal refused(String number) {
        return forms.stream()
                .filter(form -> form.length() == number.length())
                .findFirst()
                .map(form -> form.refusal(number))
                .orElseGet(() -> new Refusal("", 1, "number-length", List.of(number.length(), lengths())));
    }

    private String lengths() {
        return forms.stream()
                .map(NumberForm::length)
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(" / "));
    }

    /** A regular expression that stored numbers match, for whoever looks at all of them in the database. */
    public String expression() {
        return forms.stream().map(NumberForm::expression).collect(Collectors.joining("|", "^(", ")$"));
    }

    /** As printed on the invoice: 20 1234 567. A number of no known form is shown as it is. */
    public String display(String number) {
        return forms.stream()
                .filter(form -> form.fits(number))
                .findFirst()
                .map(form -> form.display(number))
                .orElse(number);
    }

    /** A number in the current form, to show beside the field. */
    public String example() {
        return forms.getFirst().example();
    }

    /** Whether only digits can be typed, so that a phone shows its numeric keyboard. */
    public boolean isNumeric() {
        return forms.stream().allMatch(NumberForm::isNumeric);
    }

    /** What was typed without signs and spaces, as numbers are compared; a part of a number too, which has no form. */
    public static String plain(String typed) {
        return stripped(typed).toUpperCase(Locale.ROOT);
    }

    static String stripped(String typed) {
        return typed.replaceAll("[\\s\\p{Z}./_\\-]", "");
    }
}
