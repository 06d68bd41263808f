package fr.ondine.platform.tariffs;

import static fr.ondine.platform.tariffs.SampleTariffs.YEAR;
import static fr.ondine.platform.tariffs.SampleTariffs.from;
import static fr.ondine.platform.tariffs.SampleTariffs.use;
import static fr.ondine.platform.tariffs.SampleTariffs.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an agreement pays by: the default tariff of its service, until it gets another. */
class TariffBookTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
    private static final TariffId USUAL = new TariffId(UUID.randomUUID());
    private static final TariffId GARDEN = new TariffId(UUID.randomUUID());

    private final TariffBook book = new TariffBook(
            Map.of(
                    USUAL, new Tariff(List.of(from(NEW_YEAR, volume("eau", "1")))),
                    GARDEN,
                            new Tariff(List.of(
                                    from(NEW_YEAR, volume("eau", "2")),
                                    from(LocalDate.of(2025, 10, 1), volume("eau", "3"))))),
            Map.of(Service.WATER, USUAL),
            SampleTariffs.RULES);

    @Test
    void an_agreement_without_a_choice_has_the_default_of_its_service() {
        assertThat(book.of(Service.WATER, new TreeMap<>())).isEqualTo(book.tariff(USUAL));
        assertThatThrownBy(() -> book.of(Service.SEWERAGE, new TreeMap<>())).isInstanceOf(DefaultTariffMissing.class);
    }

    @Test
    void a_choice_holds_from_its_day_on() {
        var paid = book.of(Service.WATER, new TreeMap<>(Map.of(JULY, GARDEN)));

        // 181 days at the one, 92 and 92 days at the other
        assertThat(SampleTariffs.rate(paid, use(YEAR, 365)).net().amount()).hasToString("641.00");
    }

    @Test
    void what_was_never_published_rates_nothing() {
        assertThatThrownBy(() -> SampleTariffs.rate(book.tariff(new TariffId(UUID.randomUUID())), use(YEAR, 1)))
                .isInstanceOf(TariffMissing.class);
    }
}
