package fr.ondine.platform.tariffs;

import static fr.ondine.platform.tariffs.SampleTariffs.scale;
import static fr.ondine.platform.tariffs.SampleTariffs.standing;
import static fr.ondine.platform.tariffs.SampleTariffs.terms;
import static fr.ondine.platform.tariffs.SampleTariffs.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.Service;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.kernel.Coefficient;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Administrators prepare the tariffs of their utility; what they publish stays as it is. */
@PlatformTest
class TariffDeskTests {

    private static final LocalDate LAST_YEAR = LocalDate.of(2025, 1, 1);
    private static final LocalDate THIS_YEAR = LocalDate.of(2026, 1, 1);

    private final TenantId utility =
            new TenantId("r" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    private final CurrentStaff anne = with(StaffRole.ADMINISTRATOR);

    @Autowired
    TariffDesk desk;

    @Autowired
    TariffSettings settings;

    @Autowired
    Tariffs tariffs;

    @Autowired
    Fleet fleet;

    @Autowired
    StatementCount statements;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void a_utility() {
        fleet.add(Utilities.like(Utilities.SIEGVO, utility.slug()), "operator:test");
    }

    @Test
    void what_is_published_is_read_as_it_was_entered_and_a_draft_bills_nobody() {
        var charges = List.<Charge>of(
                new StandingCharge(
                        terms("abonnement"),
                        UnitPrice.euros("44.67"),
                        Map.of(20, UnitPrice.euros("60"), 40, UnitPrice.euros("95.5")),
                        true),
                VolumetricCharge.of(
                        new ChargeTerms(
                                "epuration",
                                "Épuration",
                                InvoiceSection.PUBLIC_BODIES,
                                Beneficiary.OTHER_BODY,
                                Vat.of("10"),
                                RateBasis.DAYS_OF_USE,
                                true),
                        scale("0.1")),
                new VolumetricCharge(
                        terms("eau"),
                        List.of(
                                new Season(MonthDay.of(1, 1), scale("1.2", 80, "1.5", 200, "1.834567")),
                                new Season(MonthDay.of(6, 15), scale("2"))),
                        true),
                new Levy(terms("consommation", "5.5", RateBasis.DAY_OF_INVOICE), "Seine-Normandie", rates("0.34")),
                new Fee(terms("ouverture", "20", RateBasis.DAY_OF_INVOICE), UnitPrice.euros("45"), true),
                new Fee(terms("forfait", "0", RateBasis.DAY_OF_INVOICE), UnitPrice.euros("5"), false));
        at(() -> {
            settings.enter(anne, levy("0.34"));
            var tariff = tariff("EAU", true);
            var version = desk.draft(anne, tariff, draft(THIS_YEAR, charges));
            assertThat(tariffs.all().tariff(tariff).versions()).isEmpty();

            desk.publish(anne, version, 0, false);

            assertThat(desk.version(anne, version).content().charges()).isEqualTo(charges);
            var book = tariffs.all();
            assertThat(book.tariff(tariff).versions())
                    .containsExactly(new TariffVersion(THIS_YEAR, "DEL 2025-12", charges));
            assertThat(book.defaults()).containsExactly(Map.entry(Service.WATER, tariff));
            assertThat(desk.published(anne, tariff)).isEqualTo(book.tariff(tariff));
        });
    }

    @Test
    void a_draft_is_changed_and_removed_as_often_as_one_likes() {
        at(() -> {
            var tariff = tariff("EAU", true);
            var version = desk.draft(anne, tariff, draft(THIS_YEAR, List.of(volume("eau", "1"))));
            desk.save(anne, version, 0, draft(LAST_YEAR, List.of(volume("eau", "2"), standing("abonnement", "30"))));

            var read = desk.version(anne, version);
            assertThat(read.revision()).isEqualTo(1);
            assertThat(read.content().validFrom()).isEqualTo(LAST_YEAR);
            assertThat(read.content().charges()).containsExactly(volume("eau", "2"), standing("abonnement", "30"));

            desk.remove(anne, version, 1);
            assertThatThrownBy(() -> desk.version(anne, version)).isInstanceOf(UnknownTariff.class);
        });
    }

    @Test
    void a_published_version_is_changed_neither_here_nor_past_this() {
        at(() -> {
            var version = published(tariff("EAU", true), LAST_YEAR, volume("eau", "1"));

            assertThatThrownBy(() -> desk.save(anne, version, 0, draft(THIS_YEAR, List.of())))
                    .isInstanceOf(VersionPublished.class);
            assertThatThrownBy(() -> desk.remove(anne, version, 0)).isInstanceOf(VersionPublished.class);
            assertThatThrownBy(() -> desk.publish(anne, version, 0, false)).isInstanceOf(VersionPublished.class);
            for (var sql : List.of(
                    "update tariff_version set valid_from = valid_from + 1 where id = ?",
                    "update tariff_version set state = 'DRAFT', published_by = null, published_at = null where id = ?",
                    "delete from tariff_version where id = ?",
                    "update tariff_charge set label = 'x' where version_id = ?",
                    "delete from tariff_charge where version_id = ?",
                    "update tariff_price set price = 9 where version_id = ?",
                    "delete from tariff_price where version_id = ?",
                    "insert into tariff_price (version_id, charge_code, from_litres, price) values (?, 'eau', 9, 9)",
                    "insert into tariff_charge (version_id, code, position, kind, label, section, beneficiary, rate_basis,"
                            + " vat_rate, vat_mention, is_per_dwelling, is_on_request) values (?, 'x', 1, 'FEE', 'x', 'WATER',"
                            + " 'OPERATOR', 'DAYS_OF_USE', 5.5, '', false, false)")) {
                assertThatThrownBy(() -> run(sql, version.value())).as(sql).hasStackTraceContaining("is published");
            }
            assertThat(desk.version(anne, version).content().charges()).containsExactly(volume("eau", "1"));
        });
    }

    @Test
    void a_copy_of_a_schema_brings_a_published_version_and_its_prices_in_one_transaction() {
        at(() -> {
            var version = published(tariff("EAU", true), LAST_YEAR, volume("eau", "1"));
            transaction.executeWithoutResult(status -> {
                var copy = UUID.randomUUID();
                run(
                        "insert into tariff_version select ?, tariff_id, valid_from + 1, resolution, state, revision,"
                                + " changed_by, changed_at, published_by, published_at from tariff_version where id = ?",
                        copy,
                        version.value());
                run(
                        "insert into tariff_charge (version_id, code, position, kind, label, section, beneficiary, rate_basis,"
                                + " vat_rate, vat_mention, is_per_dwelling, is_on_request) select ?, code, position, kind, label,"
                                + " section, beneficiary, rate_basis, vat_rate, vat_mention, is_per_dwelling, is_on_request"
                                + " from tariff_charge where version_id = ?",
                        copy,
                        version.value());
                run(
                        "insert into tariff_price (version_id, charge_code, from_litres, price) select ?, charge_code,"
                                + " from_litres, price from tariff_price where version_id = ?",
                        copy,
                        version.value());
            });
            var versions = desk.all(anne).getFirst().versions();
            assertThat(versions).hasSize(2);
            assertThat(desk.version(anne, versions.getFirst().id()).content().charges())
                    .containsExactly(volume("eau", "1"));
        });
    }

    @Test
    void two_versions_of_one_day_a_missing_day_and_two_charges_of_one_code_are_refused_and_nothing_is_kept() {
        at(() -> {
            var tariff = tariff("EAU", true);
            var first = desk.draft(anne, tariff, draft(THIS_YEAR, List.of(volume("eau", "1"))));
            var second = desk.draft(anne, tariff, draft(LAST_YEAR, List.of(volume("eau", "1"))));

            assertThatThrownBy(() -> desk.draft(anne, tariff, draft(THIS_YEAR, List.of())))
                    .isInstanceOf(TwoVersionsOneDay.class);
            assertThatThrownBy(() -> desk.save(anne, second, 0, draft(THIS_YEAR, List.of(volume("eau", "2")))))
                    .isInstanceOf(TwoVersionsOneDay.class);
            assertThatThrownBy(() -> desk.save(anne, first, 0, new TariffDraft(null, "", List.of())))
                    .isInstanceOf(DayMissing.class);
            assertThatThrownBy(() -> desk.save(
                            anne, first, 0, draft(THIS_YEAR, List.of(volume("eau", "2"), standing("eau", "2")))))
                    .isInstanceOf(ChargesOfOneCode.class);
            assertThatThrownBy(() -> desk.save(anne, first, 0, draft(THIS_YEAR, List.of(volume("eau", "1.1234567")))))
                    .isInstanceOf(PriceTooFine.class);

            assertThat(desk.version(anne, first).content().charges()).containsExactly(volume("eau", "1"));
            assertThat(desk.version(anne, second).content().validFrom()).isEqualTo(LAST_YEAR);
            assertThat(desk.all(anne).getFirst().versions()).hasSize(2);
            // another tariff has days of its own
            assertThat(desk.draft(anne, tariff("GROS", false), draft(THIS_YEAR, List.of())))
                    .isNotNull();
        });
    }

    @Test
    void who_read_a_draft_before_somebody_changed_it_neither_saves_nor_publishes() {
        at(() -> {
            var version = desk.draft(anne, tariff("EAU", true), draft(THIS_YEAR, List.of(volume("eau", "1"))));
            desk.save(anne, version, 0, draft(THIS_YEAR, List.of(volume("eau", "2"))));

            assertThatThrownBy(() -> desk.save(anne, version, 0, draft(THIS_YEAR, List.of())))
                    .isInstanceOf(ChangedMeanwhile.class);
            assertThatThrownBy(() -> desk.publish(anne, version, 0, false)).isInstanceOf(ChangedMeanwhile.class);
            desk.publish(anne, version, 1, false);
            assertThat(desk.version(anne, version).isDraft()).isFalse();
        });
    }

    @Test
    void what_would_stop_or_empty_the_bills_is_not_published() {
        at(() -> {
            var tariff = tariff("EAU", true);
            var free = desk.draft(anne, tariff, draft(THIS_YEAR, List.of()));
            var undecided = desk.draft(anne, tariff, new TariffDraft(LAST_YEAR, " ", List.of(volume("eau", "1"))));
            var levied = desk.draft(
                    anne,
                    tariff,
                    draft(
                            THIS_YEAR.plusDays(1),
                            List.of(new Levy(terms("consommation"), "Seine-Normandie", rates("1")))));

            assertThatThrownBy(() -> desk.publish(anne, free, 0, false)).isInstanceOf(NothingCharged.class);
            assertThatThrownBy(() -> desk.publish(anne, undecided, 0, false)).isInstanceOf(ResolutionMissing.class);
            assertThatThrownBy(() -> desk.publish(anne, levied, 0, false)).isInstanceOf(LevyRateMissing.class);
            settings.enter(anne, levy("0.34"));
            desk.publish(anne, levied, 0, false);
        });
    }

    @Test
    void who_charges_vat_has_a_number_for_its_invoices() {
        var yaml = Utilities.like(Utilities.SIEGVO, utility.slug()).replaceAll("(?m)^  vat-number: .*\n", "");
        fleet.configure(utility.slug(), yaml, "operator:test", "no VAT any more");
        at(() -> {
            var tariff = tariff("EAU", true);
            var free = List.<Charge>of(VolumetricCharge.of(terms("eau", "0", RateBasis.DAYS_OF_USE), scale("1")));
            var exempt = desk.draft(anne, tariff, draft(THIS_YEAR, free));
            var charging = desk.draft(anne, tariff, draft(LAST_YEAR, List.of(volume("eau", "1"))));

            assertThatThrownBy(() -> desk.publish(anne, charging, 0, false)).isInstanceOf(VatNumberMissing.class);
            desk.publish(anne, exempt, 0, false);
            assertThat(desk.version(anne, exempt).isDraft()).isFalse();
        });
    }

    @Test
    void a_standing_charge_above_the_legal_share_is_published_by_who_takes_it_upon_themselves() {
        at(() -> {
            var tariff = tariff("EAU", true);
            var dear = desk.draft(
                    anne, tariff, draft(THIS_YEAR, List.of(standing("abonnement", "100"), volume("eau", "1"))));
            assertThat(desk.shares(anne, dear)).singleElement().matches(StandingShare::isAbove);

            assertThatThrownBy(() -> desk.publish(anne, dear, 0, false)).isInstanceOf(StandingShareTooHigh.class);
            assertThat(desk.version(anne, dear).isDraft()).isTrue();

            desk.publish(anne, dear, 0, true);
            assertThat(written("cap_accepted_by is not null and cap_accepted_at is not null", dear))
                    .isTrue();

            var fair = desk.draft(
                    anne, tariff, draft(LAST_YEAR, List.of(standing("abonnement", "30"), volume("eau", "1"))));
            desk.publish(anne, fair, 0, true);
            assertThat(written("cap_accepted_by is null", fair))
                    .as("nothing was passed")
                    .isTrue();

            settings.choose(anne, new TariffRules(SampleTariffs.RULES, StandingCap.TOURIST));
            var tourist =
                    desk.draft(anne, tariff, draft(THIS_YEAR.plusDays(1), List.of(standing("abonnement", "100"))));
            desk.publish(anne, tourist, 0, false);
        });
    }

    @Test
    void the_list_says_what_is_in_force_today() {
        at(() -> {
            var tariff = tariff("EAU", true);
            published(tariff, LocalDate.of(2020, 1, 1), volume("eau", "1"));
            var now = published(tariff, LAST_YEAR, volume("eau", "2"));
            published(tariff, LocalDate.of(2090, 1, 1), volume("eau", "3"));
            desk.draft(anne, tariff, draft(LAST_YEAR.plusDays(9), List.of()));
            tariff("GROS", false);

            var list = desk.all(with(StaffRole.AGENT));

            assertThat(list).extracting(TariffSummary::code).containsExactly("EAU", "GROS");
            assertThat(list.getFirst().inForce().map(VersionSummary::id)).contains(now);
            assertThat(list.getFirst().versions())
                    .extracting(VersionSummary::validFrom)
                    .containsExactly(
                            LocalDate.of(2090, 1, 1), LAST_YEAR.plusDays(9), LAST_YEAR, LocalDate.of(2020, 1, 1));
            assertThat(list.getLast().inForce()).isEmpty();
        });
    }

    @Test
    void a_draft_begins_with_what_is_in_force_and_the_difference_is_what_was_changed() {
        at(() -> {
            var tariff = tariff("EAU", true);
            var before = published(
                    tariff,
                    LAST_YEAR,
                    standing("abonnement", "40"),
                    VolumetricCharge.of(terms("eau"), scale("1", 100, "2")),
                    volume("ancienne", "0.1"));
            var after = desk.draftFromInForce(anne, tariff, new TariffDraft(THIS_YEAR, "", List.of()));
            assertThat(desk.difference(anne, before, after)).isEmpty();

            var copied = TariffDraft.of(desk.version(anne, after).content());
            desk.save(
                    anne,
                    after,
                    0,
                    copied.without("ancienne")
                            .with(VolumetricCharge.of(terms("eau"), scale("1", 120, "2.5")))
                            .with(volume("nouvelle", "0.2")));

            var changes = desk.difference(anne, before, after);
            assertThat(changes)
                    .extracting(change -> change.charge().terms().code())
                    .containsExactly("eau", "nouvelle", "ancienne");
            assertThat(changes.getFirst().isInTerms()).isFalse();
            assertThat(changes.getFirst().prices())
                    .extracting(change -> change.at().from().wholeCubicMetres(), ChargeChange.PriceChange::before)
                    .hasSize(2)
                    .extracting(tuple -> tuple.toList().getFirst())
                    .containsExactly(100L, 120L);
            assertThat(changes.get(1).before()).isEmpty();
            assertThat(changes.getLast().after()).isEmpty();
        });
    }

    @Test
    void a_label_or_a_rate_of_vat_that_changes_is_a_difference_too() {
        var other = new ChargeTerms(
                "eau",
                "part communale",
                InvoiceSection.WATER,
                Beneficiary.MUNICIPALITY,
                Vat.of("5.5"),
                RateBasis.DAYS_OF_USE);
        var changes = ChargeChange.between(
                SampleTariffs.from(LAST_YEAR, volume("eau", "1")),
                SampleTariffs.from(THIS_YEAR, VolumetricCharge.of(other, scale("1.000"))));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.isInTerms()).isTrue();
            assertThat(change.prices()).isEmpty();
        });
    }

    @Test
    void a_list_and_a_book_are_as_many_queries_whatever_is_in_them() {
        at(() -> {
            published(tariff("EAU", true), LAST_YEAR, volume("eau", "1"));
            var list = statements.of(() -> desk.all(anne));
            var book = statements.of(tariffs::all);
            for (var code : List.of("A", "B", "C")) {
                var tariff = tariff(code, false);
                published(tariff, LAST_YEAR, volume("eau", "1"), standing("abonnement", "2"));
                published(tariff, THIS_YEAR, VolumetricCharge.of(terms("eau"), scale("1", 10, "2", 20, "3")));
            }

            assertThat(statements.of(() -> desk.all(anne))).isEqualTo(list);
            assertThat(statements.of(tariffs::all)).isEqualTo(book);
        });
    }

    @Test
    void an_agent_looks_and_an_administrator_elsewhere_is_nobody() {
        var agent = with(StaffRole.AGENT);
        at(() -> {
            var tariff = tariff("EAU", true);
            var version = desk.draft(anne, tariff, draft(THIS_YEAR, List.of(volume("eau", "1"))));
            assertThat(desk.version(agent, version).isDraft()).isTrue();

            assertThatThrownBy(() -> desk.add(agent, new NewTariff("X", "X", Service.WATER, false)))
                    .isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> desk.draft(agent, tariff, draft(LAST_YEAR, List.of())))
                    .isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> desk.save(agent, version, 0, draft(LAST_YEAR, List.of())))
                    .isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> desk.remove(agent, version, 0)).isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> desk.publish(agent, version, 0, false)).isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> settings.choose(agent, TariffRules.USUAL)).isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> settings.enter(agent, levy("1"))).isInstanceOf(RoleMissing.class);
        });
        TenantContext.runAs(
                Utilities.MALESHERBOIS,
                () -> assertThatThrownBy(() -> desk.all(anne)).isInstanceOf(RoleMissing.class));
    }

    @Test
    void a_code_is_of_one_tariff_and_a_service_has_one_default() {
        at(() -> {
            tariff("EAU", true);
            assertThatThrownBy(() -> tariff("EAU", false)).isInstanceOf(TariffCodeTaken.class);
            assertThatThrownBy(() -> tariff(" ", false)).isInstanceOf(TariffNameMissing.class);
            tariff("AUTRE", true);
            assertThat(desk.all(anne))
                    .filteredOn(TariffSummary::isDefault)
                    .extracting(TariffSummary::code)
                    .containsExactly("AUTRE");
        });
    }

    private TariffId tariff(String code, boolean isDefault) {
        return desk.add(anne, new NewTariff(code, code, Service.WATER, isDefault));
    }

    private VersionId published(TariffId tariff, LocalDate from, Charge... charges) {
        var version = desk.draft(anne, tariff, draft(from, List.of(charges)));
        desk.publish(anne, version, 0, false);
        return version;
    }

    private static TariffDraft draft(LocalDate from, List<Charge> charges) {
        return new TariffDraft(from, "DEL 2025-12", charges);
    }

    private static LevyYear levy(String rate) {
        return new LevyYear("Seine-Normandie", "consommation", 2026, levyRate(rate));
    }

    private static SortedMap<Integer, LevyRate> rates(String rate) {
        return new TreeMap<>(Map.of(2026, levyRate(rate)));
    }

    private static LevyRate levyRate(String rate) {
        return new LevyRate(UnitPrice.euros(rate), Coefficient.of("1"));
    }

    private CurrentStaff with(StaffRole role) {
        return ProvenStaff.of(utility.slug(), UUID.randomUUID(), "anne@collectivite.fr", "Anne", role, 1);
    }

    private Boolean written(String fact, VersionId version) {
        return transaction.execute(status -> database.sql("select " + fact + " from tariff_version where id = ?")
                .param(version.value())
                .query(Boolean.class)
                .single());
    }

    private void run(String sql, Object... values) {
        transaction.executeWithoutResult(
                status -> database.sql(sql).params(values).update());
    }

    private void at(Runnable work) {
        TenantContext.runAs(utility, work);
    }
}
