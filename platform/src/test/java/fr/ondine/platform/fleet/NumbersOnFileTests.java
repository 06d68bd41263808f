package fr.ondine.platform.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A new form of numbers leaves none of those behind that are on file, whoever puts it in force. */
@PlatformTest
class NumbersOnFileTests {

    private static final String ANNE = "operator:anne";
    private static final Map<String, String> OLD = form("## #### ###", "20 1234 567");
    private static final Map<String, String> NEW = form("EAU-######", "EAU-123456");

    private final String slug =
            "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @Autowired
    Fleet fleet;

    @Autowired
    FleetDirectory directory;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void a_utility() {
        fleet.add(Utilities.like(Utilities.SIEGVO, slug), ANNE);
    }

    @Test
    void a_form_that_forgets_contracts_is_refused_with_their_count_and_one_of_them() {
        contract("201234567");
        contract("201234568");
        contract("201234568~2025-01-01");
        older("201234569");
        var forgetful = contracts(NEW);

        assertThatThrownBy(() -> fleet.difference(slug, forgetful))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining(
                        "contract-numbers.forms[1].pattern : 3 numéros enregistrés ne seraient plus reconnus")
                .hasMessageContaining("par exemple 201234567");
        assertThatThrownBy(() -> fleet.configure(slug, forgetful, ANNE, "test"))
                .isInstanceOf(InvalidConfiguration.class);
        assertThat(directory.history(slug)).hasSize(1);

        fleet.configure(slug, contracts(NEW, OLD), ANNE, "the old one stays");
        contract("EAU123456");
        assertThatThrownBy(() -> fleet.rollBack(slug, 1, ANNE))
                .hasMessageContaining("un numéro enregistré ne serait plus reconnu");
    }

    @Test
    void a_form_that_forgets_invoices_is_refused_too() {
        var agreement = contract("201234567");
        at(() -> {
            new Rows(database).invoice(agreement, Money.euros("10.00"), Money.euros("0.55"));
            database.sql("update invoice set number = '2025004218'").update();
        });
        var other = new ConfigurationEdit(with("invoice-numbers.forms", NEW))
                .without("invoice-series")
                .yaml();
        assertThatThrownBy(() -> fleet.difference(slug, other))
                .hasMessageContaining("invoice-numbers.forms[1].pattern")
                .hasMessageContaining("2025004218");
    }

    @Test
    void what_only_helps_the_eye_may_change_and_a_number_that_never_had_a_form_stands_in_nobodys_way() {
        contract("201234567");
        contract("sans forme");
        var dotted = form("##.####.###", "20.1234.567");
        assertThat(fleet.configure(slug, contracts(dotted), ANNE, "dots")).hasSize(2);
    }

    @Test
    void a_draft_has_no_numbers_to_lose() {
        var draft = "d" + slug;
        fleet.draft(Utilities.like(Utilities.SIEGVO, draft), ANNE);
        var other = new ConfigurationEdit(directory.configuration(draft))
                .with("contract-numbers.forms", List.of(NEW))
                .yaml();
        assertThat(fleet.difference(draft, other)).hasSize(2);
    }

    private AgreementId contract(String number) {
        return TenantContext.callAs(
                new TenantId(slug),
                () -> transaction.execute(status -> {
                    var agreement = new Rows(database).agreement();
                    database.sql("update agreement set number = ? where id = ?")
                            .params(number, agreement.value())
                            .update();
                    return agreement;
                }));
    }

    private void older(String number) {
        at(() -> database.sql("insert into agreement_alias (number, agreement_id, replaced_on)"
                        + " select ?, id, date '2024-01-01' from agreement limit 1")
                .param(number)
                .update());
    }

    private void at(Runnable work) {
        TenantContext.runAs(new TenantId(slug), () -> transaction.executeWithoutResult(status -> work.run()));
    }

    @SafeVarargs
    private String contracts(Map<String, String>... forms) {
        return with("contract-numbers.forms", forms);
    }

    @SafeVarargs
    private String with(String path, Map<String, String>... forms) {
        return new ConfigurationEdit(directory.configuration(slug))
                .with(path, List.of(forms))
                .yaml();
    }

    private static Map<String, String> form(String pattern, String example) {
        return Map.of("pattern", pattern, "example", example);
    }
}
