package fr.ondine.platform.billing;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff find a contract by whatever they are told of it. */
@PlatformTest
class AgreementSearchTests {

    private static final CurrentStaff PAUL =
            ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "paul@b.fr", "Paul", StaffRole.AGENT, 1);

    /** Nobody else's: letters alone, so that it stands in a name and a street alike. */
    private final String mark = ThreadLocalRandom.current()
            .ints(10, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    /** Longer than those of the utility. */
    private final String number =
            String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, 9_000_000_000_000_000L));

    @Autowired
    AgreementSearch search;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    private AgreementId agreement;

    @BeforeEach
    void a_contract_with_all_that_it_is_known_by() {
        agreement = contract(mark + " Lefèvre", number);
        in(() -> {
            var rows = new Rows(database);
            run("update meter set serial = ? where id = ?", "D-" + mark.toUpperCase(), rows.meter(agreement));
            run("insert into agreement_alias values (?, ?, date '2024-01-01', null)", "7" + number, agreement.value());
            var user = rows.user();
            run("update user_account set email = ? where id = ?", "U." + mark + "@exemple.fr", user.value());
            rows.link(user, agreement);
            var invoice = rows.invoice(agreement, euros("100.00"), euros("5.50"));
            run("update invoice set number = ? where id = ?", "9" + number, invoice.value());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "{number},           CONTRACT, true",
        "7{number},          CONTRACT, true",
        "'{number} ',        CONTRACT, true",
        "9{number},          INVOICE,  true",
        "d-{mark},           METER,    true",
        "u.{mark}@exemple.fr,EMAIL,    true",
        "u.{mark},           EMAIL,    false",
        "d-{mark},           METER,    true",
        "{mark} lefevre,     HOLDER,   false",
        "{mark} LEFÈVRE Élo, HOLDER,   false",
        "élodie {mark} lefevre, HOLDER,   false",
        "rue de l {mark},    ADDRESS,  false",
        "'12, rue de l’{mark}', ADDRESS, false",
        "12 rue de l'{mark} metz, ADDRESS, false"
    })
    void is_found_by(String typed, FoundBy by, boolean isExact) {
        var result = find(typed.replace("{number}", number).replace("{mark}", mark));

        assertThat(result.groups()).extracting(FoundGroup::by).containsExactly(by);
        assertThat(result.agreements()).extracting(FoundAgreement::id).containsExactly(agreement);
        assertThat(result.only().isPresent()).as("goes straight there").isEqualTo(isExact);
    }

    @Test
    void no_sign_stands_for_all_and_nothing_finds_nothing() {
        for (var typed : List.of("", "  ", "%", "_", mark + "%", mark.substring(0, 9) + "_", "x" + mark, "'")) {
            assertThat(find(typed).groups()).as(typed).isEmpty();
        }
    }

    @Test
    void of_many_so_many_are_shown_and_it_is_said_that_there_are_more() {
        for (var at = 0; at < AgreementSearch.SHOWN; at++) {
            contract(mark + at, number + at);
        }

        var holders = find(mark).groups().getFirst();

        assertThat(holders.by()).isEqualTo(FoundBy.HOLDER);
        assertThat(holders.rows()).hasSize(AgreementSearch.SHOWN);
        assertThat(holders.hasMore()).isTrue();
        assertThat(find(number).only()).as("whole, though others begin so").contains(agreement);
        assertThat(find(number.substring(0, 15)).only()).isEmpty();
    }

    @Test
    void a_contract_that_is_over_comes_last_and_a_number_that_passed_on_leads_to_both() {
        in(() -> {
            run(
                    "update agreement set number = ?, ended_on = date '2024-01-01' where id = ?",
                    number + "~2024-01-02",
                    agreement.value());
        });
        var next = contract(mark + " Suivant", number);
        in(() -> run("update agreement set started_on = date '2024-01-02' where id = ?", next.value()));

        var result = find(number);

        assertThat(result.agreements()).extracting(FoundAgreement::id).containsExactly(next, agreement);
        assertThat(result.only()).isEmpty();
    }

    @Test
    void whatever_is_typed_takes_one_query() {
        TenantContext.runAs(
                SIEGVO,
                () -> assertThat(statements.of(() -> search.find(PAUL, mark)))
                        .isEqualTo(statements.of(() -> search.find(PAUL, "nobody"))));
    }

    /** With nothing in the tables the planner reads them whole: it is told not to, and shows whether it could do else. */
    @Test
    void each_thing_is_looked_for_along_an_index() {
        in(() -> {
            database.sql("set local enable_seqscan = off").update();
            database.sql("set local plan_cache_mode = force_generic_plan").update();
            for (var source : SearchSource.ALL) {
                var plan = String.join("\n", plan(source));
                assertThat(plan)
                        .as(source.key())
                        .contains("Index Cond: ((")
                        .contains("~>=~")
                        .contains("$1")
                        .doesNotContain("Seq Scan");
            }
        });
    }

    /** As the server plans it without a look at what was typed. */
    private List<String> plan(SearchSource source) {
        database.sql("prepare sought (varchar) as " + source.sql("10").replaceAll(":\\w+", "\\$1"))
                .update();
        try {
            return database.sql("explain execute sought ('x')")
                    .query(String.class)
                    .list();
        } finally {
            database.sql("deallocate sought").update();
        }
    }

    @Test
    void who_works_elsewhere_finds_nothing() {
        TenantContext.runAs(
                Utilities.MALESHERBOIS,
                () -> assertThatThrownBy(() -> search.find(PAUL, mark)).isInstanceOf(RoleMissing.class));
    }

    private SearchResult find(String typed) {
        return TenantContext.callAs(SIEGVO, () -> search.find(PAUL, typed));
    }

    /** Of Élodie, at 12 rue de l'(mark) in Metz. */
    private AgreementId contract(String name, String itsNumber) {
        return Objects.requireNonNull(TenantContext.callAs(
                SIEGVO,
                () -> transaction.execute(status -> {
                    var made = new Rows(database).agreement();
                    run("update agreement set number = ? where id = ?", itsNumber, made.value());
                    run(
                            "update customer set last_name = ?, first_name = 'Élodie' where id = (select customer_id from agreement where id = ?)",
                            name,
                            made.value());
                    run(
                            "update premise set street = ? where id = (select premise_id from service_point join agreement"
                                    + " on service_point_id = service_point.id where agreement.id = ?)",
                            "12 rue de l'" + mark,
                            made.value());
                    return made;
                })));
    }

    private void in(Runnable work) {
        TenantContext.runAs(SIEGVO, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private void run(String sql, Object... values) {
        database.sql(sql).params(values).update();
    }
}
