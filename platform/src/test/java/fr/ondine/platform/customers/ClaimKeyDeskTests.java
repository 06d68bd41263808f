package fr.ondine.platform.customers;

import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.ClaimOutcome.Opened;
import fr.ondine.platform.customers.ProofOutcome.NotRecognised;
import fr.ondine.platform.customers.ProofOutcome.Proven;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A key that an agent renews: the one before is worth nothing from that moment on, whatever it was already used for. */
@PlatformTest
@Import(ClaimScene.class)
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class ClaimKeyDeskTests {

    private static final String KEY = "K7M29QXD";
    private static final String PASSWORD = "la rivière coule sous le pont";
    private static final CurrentStaff AGENT = agent(SIEGVO);

    @Autowired
    ClaimScene scene;

    @Autowired
    ClaimKeyDesk desk;

    @Autowired
    ClaimKeys printed;

    @Autowired
    ClaimProofs proofs;

    @Autowired
    Claims claims;

    @Autowired
    Agreements agreements;

    @Autowired
    Registration registration;

    String number;
    AgreementId house;
    AgreementId flat;
    CurrentUser dupont;

    @BeforeEach
    void a_holder_of_two_contracts() {
        number = "20" + ClaimScene.digits(7);
        scene.given(SIEGVO, subscribers -> {
            var holder = subscribers.holder("DUPONT", null);
            house = subscribers.agreement(holder, number, KEY);
            flat = subscribers.agreement(holder, "21" + number.substring(2), "PPPP2222");
            return holder;
        });
        dupont = scene.signedIn(SIEGVO, ClaimScene.email());
        scene.forgetAnnouncements();
    }

    @Test
    void the_new_key_is_of_the_utility_s_format_is_printed_and_opens_what_the_one_before_opened() {
        var key = renew(house);

        assertThat(key).matches("[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}").isNotEqualTo("K7M2 9QXD");
        assertThat(scene.as(SIEGVO, () -> printed.printed(house))).contains(key);
        assertThat(open(prove(key))).isInstanceOf(Opened.class);
    }

    @Test
    void the_one_before_opens_nothing_and_that_of_another_contract_of_the_holder_goes_on() {
        renew(house);

        assertThat(scene.as(SIEGVO, () -> proofs.prove(attempt(KEY), ClaimScene.visitor())))
                .isInstanceOf(NotRecognised.class);
        assertThat(open(prove("PPPP2222"))).isInstanceOf(Opened.class);
    }

    @Test
    void what_was_proven_by_the_one_before_opens_nothing_any_more() {
        var proven = prove(KEY);

        renew(house);

        assertThatThrownBy(() -> open(proven)).isInstanceOf(ClaimKeyReplaced.class);
        assertThat(scene.as(SIEGVO, () -> agreements.ofUser(dupont.userId()))).isEmpty();
    }

    @Test
    void a_claim_that_waits_for_its_account_is_closed_also_that_of_another_contract_of_the_holder() {
        signUp(attempt("21" + number.substring(2), KEY));
        renew(house);

        assertThat(activated()).isEmpty();
    }

    @Test
    void a_claim_that_waits_and_was_proven_otherwise_goes_on() {
        scene.given(
                SIEGVO,
                subscribers -> subscribers.agreement(
                        subscribers.holder("AUTRE", null), "23" + number.substring(2), "RRRR3333"));
        signUp(attempt("23" + number.substring(2), "RRRR3333"));
        renew(house);

        assertThat(activated()).hasSize(1);
    }

    @Test
    void who_is_in_already_stays() {
        open(prove(KEY));

        renew(house);

        assertThat(scene.as(SIEGVO, () -> agreements.ofUser(dupont.userId()))).hasSize(2);
    }

    @Test
    void of_two_who_renew_it_at_once_the_second_is_told() {
        var seen = file(house);
        renew(house);

        assertThatThrownBy(() -> scene.as(SIEGVO, () -> desk.renew(AGENT, house, seen)))
                .isInstanceOf(ClaimKeyRenewedMeanwhile.class);
        assertThat(file(house).renewals()).isOne();
        assertThat(file(house).renewedOn()).isNotNull();
    }

    @Test
    void a_contract_without_a_key_gets_its_first_one() {
        var without = "22" + number.substring(2);
        var agreement =
                scene.given(SIEGVO, subscribers -> subscribers.agreement(subscribers.holder("X", null), without, null));
        assertThat(file(agreement).isThere()).isFalse();

        var key = renew(agreement);

        assertThat(file(agreement).isThere()).isTrue();
        assertThat(scene.as(SIEGVO, () -> printed.printed(agreement))).contains(key);
    }

    @Test
    void it_is_written_down_without_the_key() {
        var key = renew(house);

        assertThat(scene.auditOf(SIEGVO, house)).containsExactly("claim-key.renewed");
        assertThat(scene.wholeAudit(SIEGVO)).doesNotContain(key, key.replace(" ", ""), KEY);
    }

    @Test
    void where_there_are_no_keys_there_is_nothing_to_renew() {
        assertThat(scene.as(ILEO, () -> desk.file(agent(ILEO), house))).isEmpty();
        assertThatThrownBy(() -> scene.as(MALESHERBOIS, () -> desk.file(agent(MALESHERBOIS), house)))
                .as("an agreement of another utility")
                .isInstanceOf(UnknownAgreement.class);
    }

    @Test
    void staff_of_another_utility_renew_nothing_here() {
        var seen = file(house);

        assertThatThrownBy(() -> scene.as(SIEGVO, () -> desk.renew(agent(MALESHERBOIS), house, seen)))
                .isInstanceOf(RoleMissing.class);
    }

    private void signUp(ClaimAttempt attempt) {
        var stranger = new ClaimAttempt(attempt.number(), attempt.proof(), attempt.secret(), null);
        var proven = (Proven) scene.as(SIEGVO, () -> proofs.prove(stranger, ClaimScene.visitor()));
        var account = new NewAccount(new EmailAddress(ClaimScene.email()), PASSWORD);
        scene.as(SIEGVO, () -> claims.signUp(proven.claim(), account, ClaimScene.visitor()));
    }

    /** What activating the account opens. */
    private List<AgreementLinked> activated() {
        scene.as(SIEGVO, () -> registration.activate(scene.activation().token(), PASSWORD));
        return scene.announced(AgreementLinked.class);
    }

    private String renew(AgreementId agreement) {
        var seen = file(agreement);
        return scene.as(SIEGVO, () -> desk.renew(AGENT, agreement, seen));
    }

    private ClaimKeyFile file(AgreementId agreement) {
        return scene.as(SIEGVO, () -> desk.file(AGENT, agreement)).orElseThrow();
    }

    private Proven prove(String key) {
        return (Proven) scene.as(SIEGVO, () -> proofs.prove(attempt(key), ClaimScene.visitor()));
    }

    private ClaimOutcome open(Proven proven) {
        return scene.as(SIEGVO, () -> claims.open(dupont, proven.claim()));
    }

    private ClaimAttempt attempt(String key) {
        return attempt(number, key);
    }

    private ClaimAttempt attempt(String contract, String key) {
        return new ClaimAttempt(contract, Proof.CLAIM_KEY, key, dupont.userId());
    }

    private static CurrentStaff agent(TenantId utility) {
        return ProvenStaff.of(utility.slug(), UUID.randomUUID(), "a@b.example", "Anne", StaffRole.AGENT, 0);
    }
}
