package fr.ondine.tenantconfig;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a utility writes its contract or invoice numbers: the current form, then older ones that are still accepted. */
public record NumberFormat(List<NumberForm> forms) {

    public NumberFormat {
        Invalid.whenEmpty("forms", forms);
        for (int later = 1; later < forms.size(); later++) {
            for (var earlier : forms.subList(0, later)) {
                Invalid.when(
                        earlier.collidesWith(forms.get(later)),
                        "forms",
                        "number-forms-collide",
                        earlier.pattern(),
                        forms.get(later).pattern());
            }
        }
    }

    /** The number as it is stored and compared, or empty when what was typed has no form of this utility. */
    public Optional<String> normalise(String typed) {
        var number = stripped(typed).toUpperCase(Locale.ROOT);
        return forms.stream().anyMatch(form -> form.fits(number)) ? Optional.of(number) : Optional.empty();
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

    static String stripped(String typed) {
        return typed.replaceAll("[\\s\\p{Z}./_\\-]", "");
    }
}
