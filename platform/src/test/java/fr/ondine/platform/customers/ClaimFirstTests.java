package fr.ondine.platform.customers;

import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.ondine.platform.customers.ClaimOutcome.Mailed;
import fr.ondine.platform.customers.ClaimOutcome.Opened;
import fr.ondine.platform.customers.ClaimOutcome.WaitsForStaff;
import fr.ondine.platform.customers.ProofOutcome.MoreNeeded;
import fr.ondine.platform.customers.ProofOutcome.NotRecognised;
import fr.ondine.platform.customers.ProofOutcome.Proven;
import fr.ondine.platform.identity.AccountAlreadyExists;
import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.PersonName;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.SignInRefused;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.identity.WrongPassword;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.testing.PlatformTest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** iléo's rule: a contract number and a proof that is no secret, then an account, then a mail. */
@PlatformTest
@Import(ClaimScene.class)
@TestPropertySource(properties = {"ondine.jobs.enabled=false", "ondine.identity.least-answer=0s"})
class ClaimFirstTests {

    private static final String PASSWORD = "la rivière coule sous le pont";

    @Autowired
    ClaimScene scene;

    @Autowired
    ClaimProofs proofs;

    @Autowired
    Claims claims;

    @Autowired
    ClaimDesk desk;

    @Autowired
    Agreements agreements;

    @Autowired
    Registration registration;

    @Autowired
    Credentials credentials;

    @Autowired
    TenantClock clock;

    String onFile;
    Contract known;
    Contract unknown;

    /** A contract, its number, and an invoice and a meter of it. */
    record Contract(AgreementId id, String number, String invoice, String meter) {}

    @BeforeEach
    void a_holder_with_an_address_on_file_and_one_without() {
        onFile = ClaimScene.email();
        known = contract(onFile);
        unknown = contract(null);
        scene.forgetAnnouncements();
    }

    @Test
    void the_mail_to_the_address_on_file_and_the_password_open_the_contract() {
        var claim = proven(known, Proof.EMAIL_ON_FILE, onFile.toUpperCase());
        assertThat(signUp(claim, onFile)).isInstanceOf(Mailed.class);
        assertThat(scene.activation().email().value()).isEqualTo(onFile);
        activate(PASSWORD);
        assertThat(opened())
                .singleElement()
                .extracting(AgreementLinked::agreement)
                .isEqualTo(known.id);
    }

    @Test
    void nothing_is_open_before_the_mail_is_followed() {
        signUp(proven(known, Proof.METER_NUMBER, known.meter), onFile);
        assertThat(opened()).isEmpty();
        assertThat(usersOf(known)).isEmpty();
    }

    @Test
    void one_contract_is_opened_and_not_the_holders_others() {
        var second = scene.given(ILEO, subscribers -> {
            var holder = subscribers.holder("DEUX", onFile);
            subscribers.agreement(holder, "25" + ClaimScene.digits(8), null);
            return holder;
        });
        var number = "26" + ClaimScene.digits(8);
        scene.given(ILEO, subscribers -> subscribers.agreement(second, number, null));
        signUp(proven(number, Proof.EMAIL_ON_FILE, onFile), onFile);
        activate(PASSWORD);
        assertThat(open(opened().getFirst().user())).isEqualTo(1);
    }

    @Test
    void a_holder_who_clicks_on_a_strangers_mail_opens_nothing_to_the_stranger() {
        signUp(proven(known, Proof.EMAIL_ON_FILE, onFile), onFile);
        assertThatThrownBy(() -> activate("another password of the holder")).isInstanceOf(WrongPassword.class);
        assertThat(usersOf(known)).isEmpty();
    }

    @Test
    void nor_does_one_who_clicks_on_the_mail_of_a_strangers_account_that_claims_once_it_is_open() {
        var account = new NewAccount(new EmailAddress(onFile), PASSWORD);
        scene.as(ILEO, () -> {
            registration.signUp(account, ClaimScene.visitor());
            return onFile;
        });
        for (var typed : List.of("", "another password of the holder")) {
            catchThrowable(() -> activate(typed));
        }
        catchThrowable(() -> {
            var stranger = scene.as(ILEO, () -> credentials.signIn(onFile, PASSWORD, ClaimScene.visitor()));
            openAs(stranger, known, Proof.METER_NUMBER, known.meter);
        });

        assertThat(usersOf(known)).isEmpty();
        assertThatThrownBy(() -> activate("")).isInstanceOf(WrongPassword.class);
    }

    @Test
    void a_corrected_address_gets_an_account_and_the_old_one_must_confirm() {
        var corrected = ClaimScene.email();
        assertThat(signUp(proven(known, Proof.METER_NUMBER, known.meter), corrected))
                .isInstanceOf(Mailed.class);
        var asked = scene.announced(ClaimConfirmationRequested.class).getFirst();
        assertThat(asked.addressOnFile().value()).isEqualTo(onFile);
        assertThat(asked.claimant().value()).isEqualTo(corrected);
        assertThat(scene.activation().email().value()).isEqualTo(corrected);
        activate(PASSWORD);
        assertThat(usersOf(known)).as("an active account alone opens nothing").isEmpty();
        assertThat(confirm(user(corrected), asked.token())).isInstanceOf(Opened.class);
        assertThat(usersOf(known)).hasSize(1);
    }

    @Test
    void the_link_for_the_old_address_is_worthless_to_everybody_but_the_claimant() {
        var asked = correctedClaim();
        var holder = scene.signedIn(ILEO, onFile);
        assertThatThrownBy(() -> confirm(holder, asked.token())).isInstanceOf(ClaimOfAnotherUser.class);
        assertThat(scene.as(ILEO, () -> claims.toConfirm(holder, asked.token())))
                .isEmpty();
        assertThat(usersOf(known)).isEmpty();
    }

    @Test
    void the_link_works_once_for_a_day_and_at_its_own_utility() {
        var asked = correctedClaim();
        var claimant = user(asked.claimant().value());
        var there = scene.signedIn(SIEGVO, ClaimScene.email());
        assertThatThrownBy(() -> scene.as(SIEGVO, () -> claims.confirm(there, asked.token())))
                .isInstanceOf(ClaimLinkNoLongerValid.class);
        assertThatThrownBy(() -> scene.as(SIEGVO, () -> claims.confirm(claimant, asked.token())))
                .isInstanceOf(SignInRefused.class);
        confirm(claimant, asked.token());
        assertThatThrownBy(() -> confirm(claimant, asked.token())).isInstanceOf(ClaimLinkNoLongerValid.class);
        known = contract(onFile);
        var late = correctedClaim();
        clock.advance(Duration.ofHours(25));
        assertThatThrownBy(() -> confirm(user(late.claimant().value()), late.token()))
                .isInstanceOf(ClaimLinkNoLongerValid.class);
    }

    @Test
    void a_guessed_link_is_no_link() {
        assertThatThrownBy(() -> confirm(scene.signedIn(ILEO, ClaimScene.email()), RawToken.fresh()))
                .isInstanceOf(ClaimLinkNoLongerValid.class);
    }

    @Test
    void without_an_address_on_file_a_second_proof_is_asked_and_opens_with_the_activation() {
        var first = more(unknown, Proof.METER_NUMBER, unknown.meter);
        assertThat(first.oneOf()).containsExactly(Proof.INVOICE_NUMBER);
        var second = scene.as(
                ILEO,
                () -> proofs.proveFurther(first.claim(), Proof.INVOICE_NUMBER, unknown.invoice, ClaimScene.visitor()));
        var email = ClaimScene.email();
        signUp(((Proven) second).claim(), email);
        assertThat(usersOf(unknown)).isEmpty();
        activate(PASSWORD);
        assertThat(usersOf(unknown)).hasSize(1);
    }

    @Test
    void a_wrong_second_proof_is_not_recognised_and_the_first_alone_signs_nobody_up() {
        var first = more(unknown, Proof.METER_NUMBER, unknown.meter);
        assertThat(scene.as(
                        ILEO,
                        () -> proofs.proveFurther(
                                first.claim(), Proof.INVOICE_NUMBER, known.invoice, ClaimScene.visitor())))
                .isInstanceOf(NotRecognised.class);
        assertThatThrownBy(() -> signUp(first.claim(), ClaimScene.email())).isInstanceOf(IllegalStateException.class);
        assertThat(usersOf(unknown)).isEmpty();
    }

    @Test
    void without_a_second_proof_staff_decide() {
        var email = ClaimScene.email();
        var outcome = scene.as(
                ILEO,
                () -> proofs.withoutFurtherProof(
                        more(unknown, Proof.METER_NUMBER, unknown.meter).claim()));
        assertThat(signUp(((Proven) outcome).claim(), email)).isInstanceOf(WaitsForStaff.class);
        activate(PASSWORD);
        assertThat(usersOf(unknown)).as("an active account alone opens nothing").isEmpty();
        var waiting = waiting(email);
        scene.as(ILEO, () -> {
            desk.approve(waiting.id(), "Claire");
            return waiting;
        });
        assertThat(usersOf(unknown)).hasSize(1);
        assertThatThrownBy(() -> scene.as(ILEO, () -> {
                    desk.refuse(waiting.id(), "Claire");
                    return waiting;
                }))
                .isInstanceOf(ClaimAlreadyDecided.class);
    }

    @Test
    void what_staff_approve_before_the_activation_opens_with_it() {
        var email = ClaimScene.email();
        staffClaim(email);
        var waiting = waiting(email);
        scene.as(ILEO, () -> {
            desk.approve(waiting.id(), "Claire");
            return waiting;
        });
        assertThat(usersOf(unknown)).isEmpty();
        activate(PASSWORD);
        assertThat(usersOf(unknown)).hasSize(1);
    }

    @Test
    void what_staff_approve_before_the_activation_opens_by_whichever_of_two_mails_is_followed() {
        var email = ClaimScene.email();
        staffClaim(email);
        var first = scene.activation().token();
        staffClaim(email);
        var waiting = waiting(email);
        scene.as(ILEO, () -> {
            desk.approve(waiting.id(), "Claire");
            return waiting;
        });
        scene.as(ILEO, () -> registration.activate(first, PASSWORD));
        assertThat(usersOf(unknown)).hasSize(1);
    }

    @Test
    void what_nobody_has_approved_is_opened_by_none_of_two_mails() {
        var email = ClaimScene.email();
        staffClaim(email);
        var first = scene.activation().token();
        staffClaim(email);
        scene.as(ILEO, () -> registration.activate(first, PASSWORD));
        assertThat(usersOf(unknown)).isEmpty();
        assertThat(waiting(email)).isNotNull();
    }

    @Test
    void an_invited_holder_who_had_signed_up_before_finds_the_contract_by_the_first_mail_too() {
        var email = ClaimScene.email();
        var account = new NewAccount(new EmailAddress(email), PASSWORD);
        scene.as(ILEO, () -> {
            registration.signUp(account, ClaimScene.visitor());
            return email;
        });
        var first = scene.activation().token();
        assertThat(invite(unknown, email)).isEqualTo(ClaimDesk.Invitation.MAILED);
        assertThat(usersOf(unknown)).isEmpty();
        scene.as(ILEO, () -> registration.activate(first, PASSWORD));
        assertThat(usersOf(unknown)).hasSize(1);
    }

    @Test
    void what_staff_refuse_stays_closed_and_the_person_is_told() {
        var email = ClaimScene.email();
        staffClaim(email);
        activate(PASSWORD);
        var waiting = waiting(email);
        scene.as(ILEO, () -> {
            desk.refuse(waiting.id(), "Claire");
            return waiting;
        });
        assertThat(usersOf(unknown)).isEmpty();
        assertThat(scene.announced(ClaimDeclined.class)).hasSize(1);
    }

    @Test
    void an_invited_holder_chooses_a_password_and_finds_the_contract() {
        var email = ClaimScene.email();
        assertThat(invite(unknown, email)).isEqualTo(ClaimDesk.Invitation.MAILED);
        activate(PASSWORD);
        assertThat(usersOf(unknown)).hasSize(1);
    }

    @Test
    void an_invited_holder_who_has_an_account_finds_the_contract_there() {
        var email = ClaimScene.email();
        var user = scene.signedIn(ILEO, email);
        assertThat(invite(unknown, email)).isEqualTo(ClaimDesk.Invitation.OPENED);
        assertThat(usersOf(unknown)).containsExactly(user.userId());
    }

    @Test
    void an_address_that_has_an_account_gets_no_second_one_and_only_its_owner_is_told() {
        var email = ClaimScene.email();
        scene.signedIn(ILEO, email);
        assertThat(signUp(proven(known, Proof.METER_NUMBER, known.meter), email))
                .isInstanceOf(Mailed.class);
        assertThat(scene.announced(AccountAlreadyExists.class)).hasSize(1);
        assertThat(scene.announced(ClaimConfirmationRequested.class)).isEmpty();
        assertThat(usersOf(known)).isEmpty();
    }

    @Test
    void a_signed_in_person_whose_confirmed_address_is_on_file_opens_at_once() {
        var user = scene.signedIn(ILEO, onFile);
        assertThat(openAs(user, known, Proof.METER_NUMBER, known.meter)).isInstanceOf(Opened.class);
        assertThat(usersOf(known)).containsExactly(user.userId());
    }

    @Test
    void a_signed_in_person_with_another_address_waits_for_the_one_on_file() {
        var user = scene.signedIn(ILEO, ClaimScene.email());
        assertThat(openAs(user, known, Proof.INVOICE_NUMBER, known.invoice)).isInstanceOf(Mailed.class);
        assertThat(usersOf(known)).isEmpty();
        var asked = scene.announced(ClaimConfirmationRequested.class).getFirst();
        assertThat(scene.as(ILEO, () -> claims.toConfirm(user, asked.token()))).isPresent();
        assertThat(confirm(user, asked.token())).isInstanceOf(Opened.class);
    }

    @Test
    void an_old_number_is_accepted_and_the_new_one_is_told_when_it_is_open() {
        var older = "059" + ClaimScene.digits(4) + "K";
        scene.given(ILEO, subscribers -> {
            subscribers.olderNumber(known.id, older);
            return older;
        });
        var user = scene.signedIn(ILEO, onFile);
        var proven = (Proven) prove(older.toLowerCase(), Proof.METER_NUMBER, known.meter, user.userId());
        assertThat(scene.as(ILEO, () -> claims.open(user, proven.claim())))
                .asInstanceOf(type(Opened.class))
                .satisfies(opened -> {
                    assertThat(opened.olderNumber()).startsWith("059 ");
                    assertThat(opened.agreements().getFirst().number()).startsWith("24 ");
                });
    }

    @Test
    void whoever_signed_up_with_an_old_number_is_told_the_new_one_when_the_contract_opens() {
        var older = "059" + ClaimScene.digits(4) + "K";
        scene.given(ILEO, subscribers -> {
            subscribers.olderNumber(known.id, older);
            return older;
        });
        signUp(proven(older, Proof.METER_NUMBER, known.meter), onFile);
        activate(PASSWORD);
        assertThat(opened()).singleElement().satisfies(linked -> {
            assertThat(linked.number()).startsWith("24 ");
            assertThat(linked.olderNumber()).startsWith("059 ");
        });
    }

    @Test
    void whoever_signed_up_with_todays_number_is_told_of_no_other() {
        signUp(proven(known, Proof.METER_NUMBER, known.meter), onFile);
        activate(PASSWORD);
        assertThat(opened())
                .singleElement()
                .satisfies(linked -> assertThat(linked.olderNumber()).isNull());
    }

    @Test
    void numbers_of_invoices_and_meters_are_understood_as_people_type_them() {
        assertThat(prove(known.number, Proof.METER_NUMBER, " " + known.meter.toLowerCase() + ".", null))
                .isInstanceOf(Proven.class);
        var invoice =
                known.invoice.substring(0, 3) + "-" + known.invoice.substring(3).toLowerCase();
        assertThat(prove(known.number, Proof.INVOICE_NUMBER, invoice, null)).isInstanceOf(Proven.class);
    }

    @Test
    void an_unknown_contract_a_wrong_proof_and_a_missing_address_are_one_answer() {
        assertThat(prove("24" + ClaimScene.digits(8), Proof.EMAIL_ON_FILE, onFile, null))
                .isEqualTo(prove(known.number, Proof.EMAIL_ON_FILE, ClaimScene.email(), null))
                .isEqualTo(prove(unknown.number, Proof.EMAIL_ON_FILE, onFile, null))
                .isEqualTo(prove(known.number, Proof.METER_NUMBER, unknown.meter, null))
                .isEqualTo(prove(known.number, Proof.INVOICE_NUMBER, unknown.invoice, null))
                .isEqualTo(new NotRecognised());
    }

    @Test
    void a_meter_that_was_removed_before_the_agreement_proves_nothing() {
        var before = "OLD" + ClaimScene.digits(8);
        scene.given(ILEO, subscribers -> {
            subscribers.meter(known.id, before, "2018-01-01");
            return before;
        });
        assertThat(prove(known.number, Proof.METER_NUMBER, before, null)).isInstanceOf(NotRecognised.class);
    }

    @Test
    void a_proof_that_this_utility_does_not_accept_is_no_proof() {
        assertThatThrownBy(() -> prove(known.number, Proof.CLAIM_KEY, "K7M29QXD", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void right_but_weak_proofs_still_count_for_their_contract_so_that_no_mailbox_is_flooded() {
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThat(prove(known.number, Proof.METER_NUMBER, known.meter, null))
                    .isInstanceOf(Proven.class);
        }
        assertThat(prove(known.number, Proof.METER_NUMBER, known.meter, null)).isInstanceOf(ProofOutcome.TooMany.class);
    }

    @Test
    void whoever_goes_on_with_them_is_no_longer_looked_at_nor_written_down() {
        for (var time = 0; time < 40; time++) {
            prove(known.number, Proof.METER_NUMBER, known.meter, null);
        }

        assertThat(scene.auditOf(ILEO, known.id).stream().filter("claim.proven"::equals))
                .as("five that counted as right, and the twenty that a contract has from all addresses")
                .hasSize(25);
    }

    @Test
    void a_deleted_account_sees_nothing_any_more() {
        var user = scene.signedIn(ILEO, onFile);
        openAs(user, known, Proof.METER_NUMBER, known.meter);
        scene.given(ILEO, subscribers -> {
            subscribers.deleted(user.userId(), onFile);
            return user;
        });
        assertThat(usersOf(known)).isEmpty();
    }

    private Contract contract(@Nullable String email) {
        var number = "24" + ClaimScene.digits(8);
        var invoice = "F25" + ClaimScene.digits(7);
        var meter = "D19" + ClaimScene.digits(8);
        return scene.given(ILEO, subscribers -> {
            var id = subscribers.agreement(subscribers.holder("LEROY", email), number, null);
            subscribers.invoice(id, invoice);
            subscribers.meter(id, meter, null);
            return new Contract(id, number, invoice, meter);
        });
    }

    private ClaimConfirmationRequested correctedClaim() {
        scene.forgetAnnouncements();
        signUp(proven(known, Proof.METER_NUMBER, known.meter), ClaimScene.email());
        activate(PASSWORD);
        return scene.announced(ClaimConfirmationRequested.class).getFirst();
    }

    private void staffClaim(String email) {
        var first = more(unknown, Proof.METER_NUMBER, unknown.meter);
        var outcome = (Proven) scene.as(ILEO, () -> proofs.withoutFurtherProof(first.claim()));
        signUp(outcome.claim(), email);
    }

    private ProvenClaim proven(Contract contract, Proof proof, String secret) {
        return proven(contract.number, proof, secret);
    }

    private ProvenClaim proven(String number, Proof proof, String secret) {
        return ((Proven) prove(number, proof, secret, null)).claim();
    }

    private MoreNeeded more(Contract contract, Proof proof, String secret) {
        return (MoreNeeded) prove(contract.number, proof, secret, null);
    }

    private ProofOutcome prove(String number, Proof proof, String secret, @Nullable UserId by) {
        return scene.as(ILEO, () -> proofs.prove(new ClaimAttempt(number, proof, secret, by), ClaimScene.visitor()));
    }

    private ClaimOutcome openAs(CurrentUser user, Contract contract, Proof proof, String secret) {
        var proven = (Proven) prove(contract.number, proof, secret, user.userId());
        return scene.as(ILEO, () -> claims.open(user, proven.claim()));
    }

    private ClaimOutcome signUp(ProvenClaim claim, String email) {
        var account = new NewAccount(new EmailAddress(email), PASSWORD, new PersonName("Mme", "Anne", "Leroy"));
        return scene.as(ILEO, () -> claims.signUp(claim, account, ClaimScene.visitor()));
    }

    private void activate(String password) {
        RawToken link = scene.activation().token();
        scene.as(ILEO, () -> registration.activate(link, password));
    }

    private ClaimOutcome confirm(CurrentUser user, RawToken link) {
        return scene.as(ILEO, () -> claims.confirm(user, link));
    }

    private ClaimDesk.Invitation invite(Contract contract, String email) {
        return scene.as(ILEO, () -> desk.invite(contract.number, new EmailAddress(email), "Claire"));
    }

    private WaitingClaim waiting(String email) {
        return scene.as(ILEO, desk::waiting).stream()
                .filter(claim -> claim.claimant().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private CurrentUser user(String email) {
        return ClaimScene.signedIn(ILEO, scene.activation().user(), email);
    }

    private java.util.List<AgreementLinked> opened() {
        return scene.announced(AgreementLinked.class);
    }

    private java.util.List<UserId> usersOf(Contract contract) {
        return scene.as(ILEO, () -> agreements.usersOf(contract.id));
    }

    private int open(UserId user) {
        return scene.as(ILEO, () -> agreements.ofUser(user)).size();
    }
}
