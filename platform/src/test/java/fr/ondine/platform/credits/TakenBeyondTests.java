package fr.ondine.platform.credits;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakenBeyondTests {

    /** Each line as its rate of VAT, what it came to and what is left of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5.5 100 40, 5.5 20 20               | 40 20     | nothing was taken beyond a line
            5.5 100 -10, 5.5 20 20              | 0 10      | of the other
            5.5 100 -10, 10 90 90, 5.5 20 20    | 0 90 10   | of the same rate first
            5.5 100 -30, 10 90 90, 5.5 20 20    | 0 80 0    | and then of the others
            5.5 100 -10, 5.5 20 20, 5.5 30 30   | 0 20 20   | of the one with the most left
            5.5 100 -60, 5.5 20 20              | -40 0     | what nobody has left stays where it was
            5.5 -20 5, 5.5 100 100, 5.5 -9 -9   | 0 100 -4  | of a deduction, of the other deductions
            5.5 100 -5, 5.5 60 -5, 5.5 20 20    | 0 0 10    | two of them, of the third
            """)
    void what_a_note_took_beyond_a_line_is_taken_of_the_others(String lines, String left, String why) {
        assertThat(left(lines)).as(why).isEqualTo(amounts(left.split(" ")));
    }

    @Test
    void in_all_as_much_is_left() {
        for (var over = 0; over < 150; over += 7) {
            var left = left("5.5 100 -" + over + ", 10 90 33, 5.5 20 20, 5.5 -9 -9, 10 7 0.07");
            assertThat(left.stream().reduce(Money.zero(), Money::plus))
                    .isEqualTo(euros("44.07").minus(euros(over + ".00")));
        }
    }

    private static List<Money> left(String lines) {
        var given = lines.split(", ");
        return TakenBeyond.shared(IntStream.range(0, given.length)
                        .mapToObj(at -> line(at, given[at].split(" ")))
                        .toList())
                .stream()
                .map(CreditableLine::left)
                .toList();
    }

    private static List<Money> amounts(String... amounts) {
        return Arrays.stream(amounts).map(TakenBeyondTests::money).toList();
    }

    private static Money money(String amount) {
        return euros(new BigDecimal(amount).setScale(2));
    }

    private static CreditableLine line(int position, String... of) {
        return new CreditableLine(
                position,
                "WATER",
                "Consommation",
                new Quantity(BigDecimal.ONE, "m³"),
                new UnitPrice(BigDecimal.ONE, Money.zero().currency()),
                2,
                new VatRate(new BigDecimal(of[0])),
                money(of[1]),
                money(of[2]));
    }
}
