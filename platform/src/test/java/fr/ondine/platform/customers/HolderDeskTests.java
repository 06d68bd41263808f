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
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.util.List;
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
    Agreements agreements;

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
        assertThat(holder.entry()).isEqualTo(entry("Durand", "2 rue du Port", "57000", "Metz"));
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
        assertThat(holder().entry()).isEqualTo(entry("Durand", "", "", ""));
    }

    @Test
    void what_a_colleague_changed_meanwhile_is_refused_and_stays() {
        var seen = holder();
        complete("Durand", "2 rue du Port", "57000", "Metz");
        assertThatThrownBy(() -> complete(PAUL, seen, entry("Dupond", "", "", "")))
                .isInstanceOf(HolderChangedMeanwhile.class);
        assertThat(holder().entry().lastName()).isEqualTo("Durand");
        complete("Dupond", "2 rue du Port", "57000", "Metz");
        assertThat(holder().entry().lastName()).isEqualTo("Dupond");
    }

    @Test
    void what_an_import_would_not_take_is_refused_and_what_is_as_long_as_it_takes_is_not() {
        for (var postcode : List.of("1".repeat(HolderEntry.WORD + 1), "1".repeat(1000))) {
            assertThatThrownBy(() -> complete("Durand", "2 rue du Port", postcode, "Metz"))
                    .isInstanceOfSatisfying(
                            HolderTooLong.class,
                            refused -> assertThat(refused.code()).isEqualTo("customers.holder.postcode-too-long"));
        }
        assertThatThrownBy(() -> complete("D".repeat(HolderEntry.LINE + 1), "", "", ""))
                .isInstanceOf(HolderTooLong.class);
        assertThat(holder().entry().lastName()).isEmpty();
        complete("D".repeat(HolderEntry.LINE), "2 rue du Port", "L-1234", "Luxembourg");
        assertThat(holder().entry().postcode()).isEqualTo("L-1234");
    }

    @Test
    void a_town_without_a_street_is_shown_and_letters_go_to_the_street_of_the_contract() {
        in(() -> database.sql("update customer set last_name = 'Durand', postcode = '54000', city = 'Nancy'"
                        + " where id = (select customer_id from agreement where id = ?)")
                .param(agreement.value())
                .update());
        assertThat(holder().entry()).isEqualTo(entry("Durand", "", "54000", "Nancy"));
        assertThat(in(() -> agreements.find(agreement)).orElseThrow().holder().postalAddress())
                .isEqualTo(new Address("1 rue des Sources", null, "54000", "Nancy"));
    }

    @Test
    void what_completes_the_street_of_the_contract_does_not_complete_a_holders_own() {
        in(() -> database.sql(
                        "update premise set complement = 'Bât. B' where id = (select premise_id from service_point"
                                + " join agreement on service_point_id = service_point.id where agreement.id = ?)")
                .param(agreement.value())
                .update());
        complete("Durand", "2 rue du Port", "57000", "Metz");
        assertThat(in(() -> agreements.find(agreement)).orElseThrow().holder().postalAddress())
                .isEqualTo(new Address("2 rue du Port", null, "57000", "Metz"));
    }

    @Test
    void what_an_invoice_cannot_be_made_out_to_is_refused_and_nothing_is_changed() {
        refused("name", " ", "2 rue du Port", "57000", "Metz");
        refused("street", "Durand", "", "57000", "Metz");
        refused("postcode", "Durand", "2 rue du Port", "", "Metz");
        refused("city", "Durand", "2 rue du Port", "57000", " ");
        assertThat(holder().entry().lastName()).isEmpty();
    }

    @Test
    void a_town_hall_is_noted_with_its_numbers_and_invoices_have_them() {
        var town = new BuyerIdentity(
                BuyerKind.PUBLIC_BODY, "215 799 990", "21579999000019", "fr60 215799990", "EAU-2", "2026-000117");

        complete(PAUL, holder(), buying(town));

        assertThat(town.vatNumber()).isEqualTo("FR60215799990");
        assertThat(holder().entry().buyer()).isEqualTo(town);
        assertThat(in(() -> agreements.find(agreement)).orElseThrow().holder().buyer())
                .isEqualTo(town);
    }

    @Test
    void an_organisation_is_a_professional_and_a_person_a_consumer_unless_staff_say_otherwise() {
        assertThat(holder().entry().buyer().kind()).isEqualTo(BuyerKind.CONSUMER);
        kind("ORGANISATION");
        assertThat(holder().entry().buyer().kind()).isEqualTo(BuyerKind.PROFESSIONAL);

        complete(PAUL, holder(), buying(holder().entry().buyer()));
        kind("PERSON");
        assertThat(holder().entry().buyer().kind()).as("nothing was said").isEqualTo(BuyerKind.CONSUMER);

        complete(PAUL, holder(), buying(new BuyerIdentity(BuyerKind.PROFESSIONAL, "", "", "", "", "")));
        assertThat(holder().entry().buyer().kind()).isEqualTo(BuyerKind.PROFESSIONAL);
    }

    @Test
    void a_number_that_is_none_or_another_ones_is_refused_and_nothing_is_changed() {
        refused("siren-wrong", "215799991", "", "");
        refused("siren-wrong", "21579999", "", "");
        refused("siret-wrong", "", "21579999000018", "");
        refused("siret-elsewhere", "900123456", "21579999000019", "");
        refused("vat-number-wrong", "", "", "FR6620078814");
        refused("vat-number-wrong", "", "", "FR61215799990");
        assertThat(holder().entry().buyer()).isEqualTo(BuyerIdentity.HOUSEHOLD);
    }

    private void refused(String what, String siren, String siret, String vatNumber) {
        var wrong = new BuyerIdentity(BuyerKind.PROFESSIONAL, siren, siret, vatNumber, "", "");
        assertThatThrownBy(() -> complete(PAUL, holder(), buying(wrong)))
                .isInstanceOfSatisfying(
                        HolderNumberWrong.class,
                        refused -> assertThat(refused.code()).isEqualTo("customers.holder." + what));
    }

    private static HolderEntry buying(BuyerIdentity as) {
        return new HolderEntry("", "", "Saint-Exemple", "", "", "", "", as);
    }

    private void kind(String kind) {
        in(() -> database.sql(
                        "update customer set kind = ? where id = (select customer_id from agreement where id = ?)")
                .params(kind, agreement.value())
                .update());
    }

    @Test
    void nobody_of_another_utility_sees_or_completes_anything() {
        var seen = holder();
        var stranger = of(Utilities.ILEO.slug());
        assertThatThrownBy(() -> in(() -> desk.find(stranger, agreement))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> complete(stranger, seen, entry("Durand", "", "", "")))
                .isInstanceOf(RoleMissing.class);
    }

    private void refused(String what, String name, String street, String postcode, String city) {
        assertThatThrownBy(() -> complete(name, street, postcode, city))
                .isInstanceOfSatisfying(
                        HolderIncomplete.class,
                        refused -> assertThat(refused.code()).isEqualTo("customers.holder." + what + "-missing"));
    }

    private void complete(String name, String street, String postcode, String city) {
        complete(PAUL, holder(), entry(name, street, postcode, city));
    }

    private void complete(CurrentStaff who, HolderOnFile seen, HolderEntry typed) {
        in(() -> {
            desk.complete(who, seen, typed);
            return true;
        });
    }

    private static HolderEntry entry(String name, String street, String postcode, String city) {
        return new HolderEntry("", "", name, street, "", postcode, city, BuyerIdentity.HOUSEHOLD);
    }

    private HolderOnFile holder() {
        return in(() -> desk.find(PAUL, agreement)).orElseThrow();
    }

    private static CurrentStaff of(String utility) {
        return ProvenStaff.of(utility, UUID.randomUUID(), "paul@b.fr", "Paul", StaffRole.AGENT, 1);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
