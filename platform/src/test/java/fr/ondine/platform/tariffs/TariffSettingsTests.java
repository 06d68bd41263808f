package fr.ondine.platform.tariffs;

import static fr.ondine.platform.tariffs.SampleTariffs.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.kernel.Coefficient;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How tariffs are applied, what levies are, and which agreement has a tariff of its own. */
@PlatformTest
class TariffSettingsTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

    private final TenantId utility =
            new TenantId("r" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    private final CurrentStaff anne =
            ProvenStaff.of(utility.slug(), UUID.randomUUID(), "a@b.fr", "Anne", StaffRole.ADMINISTRATOR, 1);

    @Autowired
    TariffSettings settings;

    @Autowired
    TariffDesk desk;

    @Autowired
    Tariffs tariffs;

    @Autowired
    Fleet fleet;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void a_utility() {
        fleet.add(Utilities.like(Utilities.SIEGVO, utility.slug()), "operator:test");
    }

    @Test
    void the_usual_rules_hold_until_others_are_chosen() {
        var toEven = new TariffRules(
                new RatingRules(RoundingMode.HALF_EVEN, DayCount.TWELFTHS, TierReset.EACH_YEAR), StandingCap.RURAL);
        TenantContext.runAs(utility, () -> {
            assertThat(tariffs.all().rules()).isEqualTo(SampleTariffs.RULES);
            settings.choose(anne, toEven);
            settings.choose(anne, toEven);
            assertThat(settings.rules(anne)).isEqualTo(toEven);
            assertThat(tariffs.all().rules()).isEqualTo(toEven.rating());
        });
    }

    @Test
    void a_rate_of_a_levy_is_corrected_by_entering_it_again() {
        TenantContext.runAs(utility, () -> {
            settings.enter(anne, levy(2025, "0.085", "0.2"));
            settings.enter(anne, levy(2026, "0.085", "0.3"));
            settings.enter(anne, levy(2026, "0.085", "0.35"));

            assertThat(settings.levies(anne)).containsExactly(levy(2026, "0.085", "0.35"), levy(2025, "0.085", "0.2"));
        });
    }

    @Test
    void a_coefficient_is_between_nothing_and_one_and_the_price_has_six_decimals() {
        assertThatThrownBy(() -> levy(2025, "0.085", "1.2")).isInstanceOf(CoefficientOutOfRange.class);
        assertThatThrownBy(() -> levy(2025, "0.085", "-0.2")).isInstanceOf(CoefficientOutOfRange.class);
        assertThatThrownBy(() -> levy(2025, "0.0851", "0.123")).isInstanceOf(LevyTooFine.class);
        assertThatThrownBy(() -> levy(2025, "0.0851234", "1")).isInstanceOf(PriceTooFine.class);
    }

    @Test
    void an_agreement_gets_a_tariff_of_its_own_from_a_day_on_which_it_is_in_force() {
        TenantContext.runAs(utility, () -> {
            var agreement = agreement();
            var other = agreement();
            var garden = desk.add(anne, new NewTariff("JARDIN", "Arrosage", Service.WATER, false));
            assertThatThrownBy(() -> settings.assign(anne, agreement, NEW_YEAR, garden))
                    .isInstanceOf(TariffMissing.class);
            desk.publish(
                    anne,
                    desk.draft(anne, garden, new TariffDraft(NEW_YEAR, "2024-12", List.of(volume("eau", "2")))),
                    0,
                    false);

            settings.assign(anne, agreement, NEW_YEAR, garden);

            assertThat(tariffs.choices(List.of(agreement, other)))
                    .isEqualTo(Map.of(agreement, new TreeMap<>(Map.of(NEW_YEAR, garden))));
            assertThat(tariffs.choices(List.of(other))).isEmpty();
            assertThat(tariffs.choices(List.of())).isEmpty();
        });
    }

    private static LevyYear levy(int year, String rate, String coefficient) {
        return new LevyYear(
                "Seine-Normandie",
                "performance",
                year,
                new LevyRate(UnitPrice.euros(rate), Coefficient.of(coefficient)));
    }

    private AgreementId agreement() {
        return Objects.requireNonNull(transaction.execute(status -> new Rows(database).agreement()));
    }
}
