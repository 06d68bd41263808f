package fr.ondine.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTests {

    @ParameterizedTest
    @CsvSource({
        "m³, true",
        "m3, true",
        "M3, true",
        "m 3, true",
        "m^3, true",
        "㎥, true",
        "M.cubes, true",
        "mètre cube, true",
        "Mètres-cubes, true",
        "METRE CUBE, true",
        "m, false",
        "m², false",
        "mètre, false",
        "cube, false",
        "m3/an, false",
        "an, false",
        "forfait, false",
        "kg, false"
    })
    void water_is_counted_however_its_unit_was_typed(String unit, boolean isOfCubicMetres) {
        assertThat(new Quantity(BigDecimal.ONE, unit).isOfCubicMetres()).isEqualTo(isOfCubicMetres);
    }
}
