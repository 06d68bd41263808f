package fr.ondine.tenantconfig;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One way to write a number: {@code #} is a digit, {@code @} a letter, other letters and digits stand for themselves,
 * and spaces, dots, slashes and dashes only help the eye.
 */
public record NumberForm(String pattern, String example) {

    public NumberForm {
        Invalid.unless(pattern.matches("[#@A-Z0-9 ./\\-]*[#@][#@A-Z0-9 ./\\-]*"), "pattern", "number-pattern", pattern);
        Invalid.unless(
                fits(pattern, NumberFormat.stripped(example))
                        && example.equals(display(pattern, NumberFormat.stripped(example))),
                "example",
                "number-example",
                example,
                pattern);
    }

    boolean fits(String number) {
        return fits(pattern, number);
    }

    int length() {
        return NumberFormat.stripped(pattern).length();
    }

    /** Names the first sign that does not fit, of a number that is as long as this form. */
    Refusal refusal(String number) {
        var signs = NumberFormat.stripped(pattern);
        var at = IntStream.range(0, signs.length())
                .filter(i -> !fits(signs.charAt(i), number.charAt(i)))
                .findFirst()
                .orElseThrow();
        return new Refusal("", 1, "number-sign", List.of(number.substring(at, at + 1), at + 1, pattern));
    }

    String expression() {
        return NumberFormat.stripped(pattern).replace("#", "[0-9]").replace("@", "[A-Z]");
    }

    /** Whether one and the same number, without what only helps the eye, can be of this form and of another. */
    boolean collidesWith(NumberForm other) {
        var ours = NumberFormat.stripped(pattern);
        var theirs = NumberFormat.stripped(other.pattern);
        return ours.length() == theirs.length()
                && IntStream.range(0, ours.length()).allMatch(i -> overlap(ours.charAt(i), theirs.charAt(i)));
    }

    private static boolean overlap(char sign, char other) {
        return sign == other || fits(sign, other) || fits(other, sign);
    }

    String display(String number) {
        return display(pattern, number);
    }

    boolean isNumeric() {
        return NumberFormat.stripped(pattern).chars().allMatch(c -> c == '#' || Character.isDigit(c));
    }

    private static boolean fits(String pattern, String number) {
        var signs = NumberFormat.stripped(pattern);
        if (signs.length() != number.length()) {
            return false;
        }
        for (int i = 0; i < signs.length(); i++) {
            if (!fits(signs.charAt(i), number.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(char sign, char written) {
        return switch (sign) {
            case '#' -> written >= '0' && written <= '9';
            case '@' -> written >= 'A' && written <= 'Z';
            default -> written == sign;
        };
    }

    private static String display(String pattern, String number) {
        var display = new StringBuilder();
        int next = 0;
        for (char sign : pattern.toCharArray()) {
            display.append(NumberFormat.stripped(String.valueOf(sign)).isEmpty() ? sign : number.charAt(next++));
        }
        return display.toString();
    }
}
