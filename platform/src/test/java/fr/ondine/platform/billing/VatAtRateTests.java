package fr.ondine.platform.billing;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.tariffs.InvoiceSection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VatAtRateTests {

    @Test
    void each_rate_is_computed_on_the_sum_of_its_lines() {
        var lines = List.of(line("44.67", "5.5"), line("163.29", "5.50"), line("160.04", "10"));

        assertThat(VatAtRate.of(lines, RoundingMode.HALF_UP, euros("27.44")))
                .containsExactly(at("5.5", "207.96", "11.44"), at("10", "160.04", "16.00"));
    }

    @Test
    void a_cent_of_another_rounding_stands_with_the_largest_sum() {
        var lines = List.of(line("207.96", "5.5"), line("160.04", "10"));

        assertThat(VatAtRate.of(lines, RoundingMode.HALF_UP, euros("27.45")))
                .containsExactly(at("5.5", "207.96", "11.45"), at("10", "160.04", "16.00"));
    }

    @Test
    void no_cent_of_vat_stands_where_there_is_none_on_a_credit_note_either() {
        var lines = List.of(line("-60.03", "10"), line("-6.50", "0"));

        assertThat(VatAtRate.of(lines, RoundingMode.HALF_UP, euros("-6.01")))
                .containsExactly(at("0", "-6.50", "0.00"), at("10", "-60.03", "-6.01"));
    }

    @Test
    void vat_that_was_rounded_on_each_line_stands_with_the_rates_of_those_lines() {
        var lines = List.of(
                line("0.12", "5.5"), line("0.12", "5.5"), line("0.12", "5.5"), line("0.06", "10"), line("9.00", "10"));

        assertThat(VatAtRate.of(lines, RoundingMode.HALF_UP, euros("0.94")))
                .containsExactly(at("5.5", "0.36", "0.03"), at("10", "9.06", "0.91"));
    }

    @Test
    void an_invoice_without_lines_has_no_rates() {
        assertThat(VatAtRate.of(List.of(), RoundingMode.HALF_UP, Money.zero())).isEmpty();
    }

    /** Whatever software issued it, and however it rounded. */
    @ParameterizedTest
    @MethodSource("seeds")
    void bases_are_the_sum_of_the_lines_and_amounts_the_vat_that_was_issued(int seed) {
        var random = new Random(seed);
        var lines = Stream.generate(() -> line(
                        cents(random.nextInt(-5_000, 30_000)),
                        List.of("0", "5.5", "10", "20").get(random.nextInt(4))))
                .limit(1 + random.nextInt(9))
                .toList();
        var issued = euros(cents(random.nextInt(9_000)));

        var rates = VatAtRate.of(lines, RoundingMode.HALF_EVEN, issued);

        assertThat(sum(rates, VatAtRate::amount)).isEqualTo(issued);
        assertThat(sum(rates, VatAtRate::net)).isEqualTo(sum(lines, InvoiceLine::net));
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    private static String cents(int cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static <T> Money sum(List<T> some, Function<T, Money> amount) {
        return some.stream().map(amount).reduce(Money.zero(), Money::plus);
    }

    private static VatAtRate at(String rate, String net, String amount) {
        return new VatAtRate(new VatRate(new BigDecimal(rate)), euros(net), euros(amount));
    }

    private static InvoiceLine line(String net, String rate) {
        var one = new Quantity(BigDecimal.ONE, "an");
        var price = new UnitPrice(new BigDecimal(net), euros(net).currency());
        return new InvoiceLine(
                InvoiceSection.WATER, "Abonnement", one, price, euros(net), new VatRate(new BigDecimal(rate)));
    }
}
