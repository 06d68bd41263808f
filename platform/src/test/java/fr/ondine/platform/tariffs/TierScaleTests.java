package fr.ondine.platform.tariffs;

import static fr.ondine.platform.tariffs.SampleTariffs.scale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierScaleTests {

    @ParameterizedTest
    @CsvSource({"15,0.00", "90,71.25", "120,99.75", "240,267.75", "400,699.75"})
    void the_tiers_of_montpellier_in_2023(long volume, String amount) {
        var scale = scale("0.00", 15, "0.95", 120, "1.40", 240, "2.70");

        assertThat(net(scale, volume)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"10,20.00", "25,85.00", "30,125.00", "31,137.00", "45,320.00", "60,545.00"})
    void tiers_add_up_at_their_bounds_and_between_them(long volume, String amount) {
        var scale = scale("2", 10, "2.5", 20, "8", 30, "12", 40, "15");

        assertThat(net(scale, volume)).isEqualTo(amount);
    }

    @Test
    void prices_that_fall_with_the_volume_are_taken_too() {
        assertThat(net(scale("1.48", 200, "1.30", 500, "1.14"), 600)).isEqualTo("800.00");
    }

    @Test
    void a_hole_an_overlap_or_an_end_is_refused_and_named() {
        assertThatThrownBy(() -> new TierScale(List.of(tier(0, 10), tier(12, null))))
                .isInstanceOf(TiersHole.class)
                .hasMessageContaining("litres=10000", "litres=12000");
        assertThatThrownBy(() -> new TierScale(List.of(tier(5, null)))).isInstanceOf(TiersHole.class);
        assertThatThrownBy(() -> new TierScale(List.of(tier(0, 10), tier(8, null))))
                .isInstanceOf(TiersOverlap.class);
        assertThatThrownBy(() -> new TierScale(List.of(tier(0, null), tier(8, null))))
                .isInstanceOf(TiersOverlap.class);
        assertThatThrownBy(() -> new TierScale(List.of(tier(0, 0), tier(0, null))))
                .isInstanceOf(TiersOverlap.class);
        assertThatThrownBy(() -> new TierScale(List.of(tier(0, 10)))).isInstanceOf(TiersEnd.class);
        assertThatThrownBy(() -> new TierScale(List.of())).isInstanceOf(TiersEnd.class);
    }

    private static Tier tier(long from, Integer to) {
        return new Tier(Volume.ofCubicMetres(from), to == null ? null : Volume.ofCubicMetres(to), UnitPrice.euros("1"));
    }

    private static String net(TierScale scale, long volume) {
        var tariff = SampleTariffs.of(VolumetricCharge.of(SampleTariffs.terms("eau"), scale));
        return SampleTariffs.rate(tariff, SampleTariffs.use(SampleTariffs.YEAR, volume))
                .net()
                .amount()
                .toString();
    }
}
