package fr.ondine.platform.customers;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.ondine.platform.customers.ClaimOutcome.AlreadyOpen;
import fr.ondine.platform.customers.ClaimOutcome.Opened;
import fr.ondine.platform.customers.ProofOutcome.NotRecognised;
import fr.ondine.platform.customers.ProofOutcome.Proven;
import fr.ondine.platform.customers.ProofOutcome.TooMany;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.SignInRefused;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.testing.AnswerTimes;
import fr.ondine.testing.Effort;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.StatementCount;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** SIEGVO's rule: an account, then a contract number and the claim key of any of the holder's contracts. */
@PlatformTest
@Import(ClaimScene.class)
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class ClaimByKeyTests {

    private static final String KEY = "K7M29QXD";
    private static final String WRONG = "AAAAAAAA";

    @Autowired
    ClaimScene scene;

    @Autowired
    ClaimProofs proofs;

    @Autowired
    Claims claims;

    @Autowired
    Agreements agreements;

    @Autowired
    Sessions sessions;

    @Autowired
    StatementCount statements;

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
    void the_key_of_one_contract_opens_all_contracts_of_its_holder() {
        assertThat(claim(dupont, number, KEY))
                .asInstanceOf(type(Opened.class))
                .satisfies(opened -> assertThat(opened.agreements())
                        .extracting(AgreementSummary::id)
                        .containsExactlyInAnyOrder(house, flat));
        assertThat(scene.announced(AgreementLinked.class)).singleElement().satisfies(linked -> {
            assertThat(linked.user()).isEqualTo(dupont.userId());
            assertThat(linked.agreements()).isEqualTo(2);
        });
        assertThat(scene.auditOf(SIEGVO, house)).containsExactly("claim.proven", "agreement.linked");
    }

    @Test
    void the_one_that_was_claimed_is_told_first() {
        assertThat(claim(dupont, "21" + number.substring(2), "PPPP2222"))
                .asInstanceOf(type(Opened.class))
                .satisfies(opened -> assertThat(opened.agreements())
                        .extracting(AgreementSummary::id)
                        .containsExactly(flat, house));
    }

    @Test
    void spaces_dots_and_lower_case_are_understood() {
        var typed = number.substring(0, 2) + "." + number.substring(2, 6) + " " + number.substring(6) + " ";
        assertThat(claim(dupont, typed, " k7m2 9qxd")).isInstanceOf(Opened.class);
    }

    @Test
    void an_older_number_is_accepted_and_the_new_one_shown() {
        var older = "19" + number.substring(2);
        scene.given(SIEGVO, subscribers -> {
            subscribers.olderNumber(house, older);
            return house;
        });
        assertThat(claim(dupont, older, KEY))
                .asInstanceOf(type(Opened.class))
                .satisfies(opened -> assertThat(opened.olderNumber()).startsWith("19 "));
    }

    @Test
    void an_unknown_contract_and_a_wrong_key_are_one_answer() {
        var unknown = prove(dupont, "00" + number.substring(2), KEY, ClaimScene.visitor());
        var wrong = prove(dupont, number, WRONG, ClaimScene.visitor());
        assertThat(unknown).isEqualTo(wrong).isEqualTo(new NotRecognised());
        assertThat(scene.as(SIEGVO, () -> agreements.ofUser(dupont.userId()))).isEmpty();
    }

    @Test
    void the_key_of_any_invoice_of_the_holder_is_understood() {
        assertThat(claim(dupont, number, "PPPP2222"))
                .asInstanceOf(type(Opened.class))
                .satisfies(opened -> assertThat(opened.agreements())
                        .extracting(AgreementSummary::id)
                        .containsExactly(house, flat));
    }

    @Test
    void the_key_of_somebody_else_of_the_same_name_is_not() {
        var theirs = "24" + number.substring(2);
        scene.given(
                SIEGVO, subscribers -> subscribers.agreement(subscribers.holder("DUPONT", null), theirs, "RRRR3333"));
        assertThat(prove(dupont, number, "RRRR3333", ClaimScene.visitor())).isInstanceOf(NotRecognised.class);
        assertThat(prove(dupont, theirs, KEY, ClaimScene.visitor())).isInstanceOf(NotRecognised.class);
    }

    @Test
    void a_contract_without_a_key_is_opened_by_no_key() {
        var without = "22" + number.substring(2);
        scene.given(SIEGVO, subscribers -> subscribers.agreement(subscribers.holder("X", null), without, null));
        assertThat(prove(dupont, without, WRONG, ClaimScene.visitor())).isInstanceOf(NotRecognised.class);
    }

    @Test
    void what_cannot_be_a_number_or_a_key_is_said_beside_its_field() {
        assertThatThrownBy(() -> prove(dupont, "IT00024", KEY, ClaimScene.visitor()))
                .isInstanceOf(ImpossibleContractNumber.class);
        assertThatThrownBy(() -> prove(dupont, number, "K7M2", ClaimScene.visitor()))
                .isInstanceOf(ImpossibleProof.class);
    }

    @Test
    void unknown_contract_and_wrong_key_cost_the_same() {
        var unknown = "00" + ClaimScene.digits(7);
        var wrong = Effort.of(() -> prove(null, number, WRONG, ClaimScene.visitor()), statements);

        assertThat(wrong.hashes()).as("a keyed digest, which costs nothing").isZero();
        assertThat(Effort.of(() -> prove(null, unknown, WRONG, ClaimScene.visitor()), statements))
                .isEqualTo(wrong);
    }

    @Test
    @Tag("long") // a busy machine would make it a matter of luck
    void unknown_contract_and_wrong_key_take_about_the_same_time() {
        var contracts = Stream.generate(this::freshContract)
                .limit(AnswerTimes.QUESTIONS)
                .toList();
        AnswerTimes.assertAlike(
                round -> prove(null, "00" + ClaimScene.digits(7), WRONG, ClaimScene.visitor()),
                round -> prove(null, contracts.get(round), WRONG, ClaimScene.visitor()));
    }

    @Test
    void claiming_again_is_answered_kindly_and_changes_nothing() {
        claim(dupont, number, KEY);
        scene.forgetAnnouncements();
        assertThat(claim(dupont, number, KEY))
                .asInstanceOf(type(AlreadyOpen.class))
                .satisfies(open -> assertThat(open.agreement().id()).isEqualTo(house));
        assertThat(scene.announced(AgreementLinked.class)).isEmpty();
    }

    @Test
    void a_holder_linked_elsewhere_is_told_and_keeps_the_contract() {
        claim(dupont, number, KEY);
        var spouse = scene.signedIn(SIEGVO, ClaimScene.email());
        scene.forgetAnnouncements();
        assertThat(claim(spouse, number, KEY)).isInstanceOf(Opened.class);
        assertThat(scene.announced(HolderLinkedElsewhere.class))
                .singleElement()
                .extracting(HolderLinkedElsewhere::user)
                .isEqualTo(dupont.userId());
        assertThat(scene.as(SIEGVO, () -> agreements.ofUser(dupont.userId()))).hasSize(2);
    }

    @Test
    void a_first_link_tells_nobody_else() {
        claim(dupont, number, KEY);
        assertThat(scene.announced(HolderLinkedElsewhere.class)).isEmpty();
    }

    @Test
    void a_claim_proven_by_one_person_is_worthless_to_another() {
        var proven = (Proven) prove(dupont, number, KEY, ClaimScene.visitor());
        var stranger = scene.signedIn(SIEGVO, ClaimScene.email());
        assertThatThrownBy(() -> scene.as(SIEGVO, () -> claims.open(stranger, proven.claim())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_session_that_was_ended_since_opens_nothing() {
        var proven = (Proven) prove(dupont, number, KEY, ClaimScene.visitor());
        scene.as(SIEGVO, () -> {
            sessions.endAll(dupont.userId());
            return null;
        });

        assertThatThrownBy(() -> scene.as(SIEGVO, () -> claims.open(dupont, proven.claim())))
                .isInstanceOf(SignInRefused.class);

        assertThat(scene.as(SIEGVO, () -> agreements.ofUser(dupont.userId()))).isEmpty();
    }

    @Test
    void a_claim_proven_at_one_utility_is_worthless_at_another() {
        var proven = (Proven) prove(dupont, number, KEY, ClaimScene.visitor());
        assertThatThrownBy(() -> scene.as(MALESHERBOIS, () -> claims.open(dupont, proven.claim())))
                .isInstanceOf(RuntimeException.class);
        assertThat(scene.as(SIEGVO, () -> agreements.ofUser(dupont.userId()))).isEmpty();
    }

    @Test
    void an_address_is_stopped_at_a_contract_after_five_wrong_keys_and_its_holder_is_not() {
        var neighbours = ClaimScene.visitor();
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThat(prove(null, number, WRONG, neighbours)).isInstanceOf(NotRecognised.class);
        }
        assertThat(prove(dupont, number, KEY, neighbours)).isInstanceOf(TooMany.class);
        assertThat(prove(dupont, freshContract(), KEY, neighbours)).isInstanceOf(Proven.class);
        assertThat(prove(dupont, number, KEY, ClaimScene.visitor())).isInstanceOf(Proven.class);
    }

    @Test
    void a_contract_is_closed_for_a_while_after_twenty_wrong_keys_by_whomever_and_under_any_of_its_numbers() {
        var older = "19" + number.substring(2);
        scene.given(SIEGVO, subscribers -> {
            subscribers.olderNumber(house, older);
            return house;
        });
        for (var attempt = 0; attempt < 20; attempt++) {
            var somebody = attempt % 5 == 0 ? scene.signedIn(SIEGVO, ClaimScene.email()) : null;
            assertThat(prove(somebody, attempt % 2 == 0 ? number : older, WRONG, ClaimScene.visitor()))
                    .isInstanceOf(NotRecognised.class);
        }
        assertThat(prove(dupont, number, KEY, ClaimScene.visitor()))
                .asInstanceOf(type(TooMany.class))
                .satisfies(stopped -> assertThat(stopped.pause()).isBetween(Duration.ZERO, Duration.ofHours(5)));
    }

    @Test
    void a_contract_that_does_not_exist_is_limited_in_the_same_way() {
        var unknown = "00" + ClaimScene.digits(7);
        for (var attempt = 0; attempt < 20; attempt++) {
            assertThat(prove(null, unknown, WRONG, ClaimScene.visitor())).isInstanceOf(NotRecognised.class);
        }
        assertThat(prove(dupont, unknown, WRONG, ClaimScene.visitor())).isInstanceOf(TooMany.class);
    }

    @Test
    void attempts_made_at_the_same_moment_do_not_slip_through() {
        var answers = IntStream.range(0, 30)
                .parallel()
                .mapToObj(attempt -> prove(null, number, WRONG, ClaimScene.visitor()))
                .toList();
        assertThat(answers).filteredOn(NotRecognised.class::isInstance).hasSize(20);
        assertThat(answers).filteredOn(TooMany.class::isInstance).hasSize(10);
    }

    @Test
    void an_account_is_stopped_after_ten_wrong_claims_on_different_contracts() {
        for (var attempt = 0; attempt < 10; attempt++) {
            assertThat(prove(dupont, "00" + ClaimScene.digits(7), WRONG, ClaimScene.visitor()))
                    .isInstanceOf(NotRecognised.class);
        }
        assertThat(prove(dupont, number, KEY, ClaimScene.visitor())).isInstanceOf(TooMany.class);
    }

    @Test
    void a_network_address_is_stopped_after_twenty_wrong_claims() {
        var visitor = ClaimScene.visitor();
        for (var attempt = 0; attempt < 20; attempt++) {
            var somebody = attempt % 5 == 0 ? scene.signedIn(SIEGVO, ClaimScene.email()) : null;
            assertThat(prove(somebody, "00" + ClaimScene.digits(7), WRONG, visitor))
                    .isInstanceOf(NotRecognised.class);
        }
        assertThat(prove(dupont, number, KEY, visitor)).isInstanceOf(TooMany.class);
        assertThat(prove(dupont, number, KEY, ClaimScene.visitor())).isInstanceOf(Proven.class);
    }

    @Test
    void right_claims_are_not_counted() {
        for (var attempt = 0; attempt < 25; attempt++) {
            assertThat(prove(dupont, number, KEY, ClaimScene.visitor())).isInstanceOf(Proven.class);
        }
    }

    @Test
    void the_audit_trail_holds_no_key_and_no_address() {
        prove(dupont, number, WRONG, ClaimScene.visitor());
        claim(dupont, number, KEY);
        assertThat(scene.wholeAudit(SIEGVO)).doesNotContain(WRONG, KEY, "K7M2 9QXD", dupont.address());
    }

    private String freshContract() {
        var fresh = "23" + ClaimScene.digits(7);
        scene.given(SIEGVO, subscribers -> subscribers.agreement(subscribers.holder("X", "x@exemple.fr"), fresh, KEY));
        return fresh;
    }

    private ClaimOutcome claim(CurrentUser user, String contract, String key) {
        var proven = (Proven) prove(user, contract, key, ClaimScene.visitor());
        return scene.as(SIEGVO, () -> claims.open(user, proven.claim()));
    }

    private ProofOutcome prove(
            @org.jspecify.annotations.Nullable CurrentUser user, String contract, String key, Visitor visitor) {
        var by = user == null ? null : user.userId();
        return scene.as(SIEGVO, () -> proofs.prove(new ClaimAttempt(contract, Proof.CLAIM_KEY, key, by), visitor));
    }
}
