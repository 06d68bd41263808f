package fr.ondine.platform.customers;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.network.Address;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class HolderDeskTests {

    private static final CurrentStaff PAUL = of(SIEGVO.slug());

    @Autowired
    HolderDesk desk;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private AgreementId agreement;

    @BeforeEach
    void a_holder_without_a_name() {
        agreement = in(() -> new Rows(database).agreement());
        in(() -> database.sql(
                        "update customer set last_name = '' where id = (select customer_id from agreement where id = ?)")
                .param(agreement.value())
                .update());
    }

    @Test
    void a_name_and_an_address_are_completed_and_it_is_written_down_who_did_so() {
        complete("Durand", "2 rue du Port", "57000", "Metz");
        var holder = holder();
        assertThat(holder.lastName()).isEqualTo("Durand");
        assertThat(holder.billed()).isEqualTo(new Address("2 rue du Port", null, "57000", "Metz"));
        assertThat(in(() -> database.sql("select count(*) from audit_entry where action = 'holder.completed'"
                                + " and actor = ? and subject = ?")
                        .params(PAUL.actor(), "agreement:" + agreement.value())
                        .query(Long.class)
                        .single()))
                .isOne();
    }

    @Test
    void an_address_that_is_blank_altogether_is_the_one_of_the_contract() {
        complete("Durand", "", "", "");
        assertThat(holder().billed()).isNull();
    }

    @Test
    void what_an_invoice_cannot_be_made_out_to_is_refused_and_nothing_is_changed() {
        refused("name", " ", "2 rue du Port", "57000", "Metz");
        refused("street", "Durand", "", "57000", "Metz");
        refused("postcode", "Durand", "2 rue du Port", "", "Metz");
        refused("city", "Durand", "2 rue du Port", "57000", " ");
        assertThat(holder().lastName()).isEmpty();
    }

    @Test
    void nobody_of_another_utility_sees_or_completes_anything() {
        var stranger = of(Utilities.ILEO.slug());
        assertThatThrownBy(() -> in(() -> desk.find(stranger, agreement))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> complete(stranger, "Durand", "", "", "")).isInstanceOf(RoleMissing.class);
    }

    private void refused(String what, String name, String street, String postcode, String city) {
        assertThatThrownBy(() -> complete(name, street, postcode, city))
                .isInstanceOfSatisfying(
                        HolderIncomplete.class,
                        refused -> assertThat(refused.code()).isEqualTo("customers.holder." + what + "-missing"));
    }

    private void complete(String name, String street, String postcode, String city) {
        complete(PAUL, name, street, postcode, city);
    }

    private void complete(CurrentStaff who, String name, String street, String postcode, String city) {
        in(() -> {
            desk.complete(who, agreement, new HolderChange("", "", name, street, "", postcode, city));
            return true;
        });
    }

    private HolderOnFile holder() {
        return in(() -> desk.find(PAUL, agreement)).orElseThrow();
    }

    private static CurrentStaff of(String utility) {
        return new CurrentStaff(utility, UUID.randomUUID(), "paul@b.fr", "Paul", StaffRole.AGENT, 1);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
