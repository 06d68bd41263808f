package fr.ondine.platform.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.credits.CreditableLine;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelievedLineTests {

    @ParameterizedTest
    @CsvSource({
        "100.00, 100.00, 40.00, 60.00", // nothing was taken off before
        "100.00, 70.00, 40.00, 30.00", // some of it was
        "100.00, 30.00, 40.00, 0.00", // more than the law takes was
        "-10.00, -10.00, -4.00, -6.00", // what lowers the bill lowers less of it
        "-10.00, -3.00, -4.00, 0.00",
        "0.00, 0.00, 0.00, 0.00"
    })
    void what_is_taken_has_the_sign_of_the_line_and_counts_what_others_took(
            String billed, String left, String due, String taken) {
        var cubicMetres = new Quantity(BigDecimal.TEN, "m³");
        var line = new CreditableLine(
                1,
                "WATER",
                "Eau",
                cubicMetres,
                UnitPrice.euros("1"),
                1,
                new VatRate(new BigDecimal("5.5")),
                Money.euros(billed),
                Money.euros(left));

        assertThat(new RelievedLine(line, cubicMetres, Money.euros(due)).taken())
                .isEqualTo(Money.euros(taken));
    }
}
