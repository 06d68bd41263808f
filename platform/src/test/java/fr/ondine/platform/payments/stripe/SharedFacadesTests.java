package fr.ondine.platform.payments.stripe;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import fr.ondine.platform.billing.ChosenForms;
import fr.ondine.platform.billing.InvoiceExplanations;
import fr.ondine.platform.billing.InvoiceForm;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.Invoices;
import fr.ondine.platform.billing.UnknownInvoice;
import fr.ondine.platform.customers.Access;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.customers.Delegations;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.leaks.LeakFileId;
import fr.ondine.platform.leaks.Leaks;
import fr.ondine.platform.metering.Readings;
import fr.ondine.platform.payments.Payer;
import fr.ondine.platform.payments.PaymentId;
import fr.ondine.platform.payments.PaymentState;
import fr.ondine.platform.plans.OwnPlans;
import fr.ondine.platform.plans.PlanId;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Vault;
import fr.ondine.testing.Rows;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.PageRequest;

/** What a holder, who pays for them, who only looks, and a stranger may do: every method that names a person and a contract. */
class SharedFacadesTests extends PaymentsTest {

    private static final Set<Class<?>> PEOPLE = Set.of(UserId.class, CurrentUser.class, Payer.class);
    private static final Set<Class<?>> THINGS = Set.of(
            AgreementId.class, InvoiceId.class, ReceivableId.class, PaymentId.class, PlanId.class, LeakFileId.class);

    /** About a file of a leak, which is its holders' alone: a stranger's answer is that there is none. */
    private static final Set<String> OF_LEAK_FILES =
            Set.of("Leaks.find", "Leaks.credits", "Leaks.certify", "Leaks.askForCheck");

    /** Prints what another method of the list gives, or opens nothing. */
    private static final Set<String> OF_ANOTHER = Set.of("OwnPlans.printed", "Agreements.isHeld", "Agreements.mayPay");

    /** For staff, whose permission it asks for. */
    private static final Set<String> OF_STAFF = Set.of("SeeAs.begin", "AccessDesk.signOut", "AccessDesk.takeAway");

    /** The end of the claim key, as it is printed in groups. */
    private static final String PRINTED = "W2MP";

    private record Door(Access needed, Consumer<UserId> knock) {}

    @Autowired
    ApplicationContext application;

    @Autowired
    Vault vault;

    @Autowired
    Agreements agreements;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoiceExplanations explanations;

    @Autowired
    ChosenForms forms;

    @Autowired
    OwnPlans plans;

    @Autowired
    Leaks leaks;

    @Autowired
    Readings readings;

    @Autowired
    Delegations delegations;

    private UserId payer;
    private UserId reader;
    private UserId stranger;

    @BeforeEach
    void a_contract_that_others_are_let_see() {
        payer = shared(true);
        reader = shared(false);
        stranger = as(SIEGVO, () -> new Rows(database).user());
    }

    @Test
    void each_opens_to_whom_it_is_for_and_to_nobody_else() {
        start();
        var payment = attempt();
        assertSoftly(softly -> doors(payment).forEach((name, door) -> {
            softly.assertThat(isOpen(door, owed.user()))
                    .as("%s to the holder", name)
                    .isTrue();
            softly.assertThat(isOpen(door, payer))
                    .as("%s to who pays", name)
                    .isEqualTo(Access.PAYS.includes(door.needed()));
            softly.assertThat(isOpen(door, reader))
                    .as("%s to who looks", name)
                    .isEqualTo(Access.SEES.includes(door.needed()));
            softly.assertThat(isOpen(door, stranger))
                    .as("%s to a stranger", name)
                    .isFalse();
        }));
    }

    /** With it they would claim the contract, and stay. */
    @Test
    void nobody_who_is_let_see_a_contract_reads_its_claim_key_on_a_paper() throws IOException {
        as(
                SIEGVO,
                () -> database.sql("update agreement set claim_key = ?, claim_key_mac = ? where id = ?")
                        .params(
                                vault.encrypt("KQ7XW2MP"),
                                vault.mac("claim-key", "KQ7XW2MP"),
                                owed.agreement().value())
                        .update());
        var invoice = new InvoiceId(owed.invoice().value());
        assertThat(text(owed.user(), invoice)).contains(PRINTED);
        for (var user : List.of(payer, reader)) {
            assertThat(text(user, invoice)).doesNotContain(PRINTED, "KQ7XW2MP").contains("Martin");
            assertThat(printed(() -> invoices.pdf(user, invoice))).doesNotContain(PRINTED, "KQ7XW2MP");
            assertThat(printed(() -> invoices.largePrint(user, invoice))).doesNotContain(PRINTED, "KQ7XW2MP");
        }
        assertThat(printed(() -> invoices.pdf(owed.user(), invoice))).contains(PRINTED);
    }

    private String text(UserId user, InvoiceId invoice) {
        return new String(as(SIEGVO, () -> invoices.text(user, invoice)).bytes(), StandardCharsets.UTF_8);
    }

    private static String printed(Supplier<DocumentContent> paper) throws IOException {
        var content = TenantContext.<DocumentContent, RuntimeException>callAs(SIEGVO, paper::get);
        try (var pdf = Loader.loadPDF(content.bytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /** A method that is new is in the list above, or has its reason here. */
    @Test
    void all_that_name_a_person_and_a_contract_are_in_the_list() {
        var known = new TreeSet<>(doors(new PaymentId(UUID.randomUUID())).keySet());
        known.addAll(OF_LEAK_FILES);
        known.addAll(OF_ANOTHER);
        known.addAll(OF_STAFF);
        assertThat(methods()).containsExactlyInAnyOrderElementsOf(known);
    }

    private Map<String, Door> doors(PaymentId payment) {
        var agreement = owed.agreement();
        var invoice = new InvoiceId(owed.invoice().value());
        var doors = new TreeMap<String, Door>();
        doors.put("Agreements.card", holds(user -> agreements.card(user, agreement)));
        doors.put("Agreements.requireLinked", holds(user -> agreements.requireLinked(user, agreement)));
        doors.put("Agreements.requirePayer", pays(user -> agreements.requirePayer(user, agreement)));
        doors.put("Agreements.requireSeen", sees(user -> agreements.requireSeen(user, agreement)));
        doors.put("Agreements.seen", sees(user -> agreements.seen(user, agreement)));
        doors.put("Invoices.page", sees(user -> invoices.page(user, agreement, PageRequest.of(0, 1))));
        doors.put("Invoices.account", sees(user -> invoices.account(user, agreement)));
        doors.put("Invoices.pdf", sees(user -> invoices.pdf(user, invoice)));
        doors.put("Invoices.largePrint", sees(user -> invoices.largePrint(user, invoice)));
        doors.put("Invoices.text", sees(user -> invoices.text(user, invoice)));
        doors.put("InvoiceExplanations.of", sees(user -> explanations.of(user, invoice)));
        doors.put("ChosenForms.of", holds(user -> forms.of(user, agreement)));
        doors.put("ChosenForms.isPostedAllTheSame", holds(user -> forms.isPostedAllTheSame(user, agreement)));
        doors.put("ChosenForms.choose", holds(user -> forms.choose(user, agreement, InvoiceForm.PAPER)));
        doors.put("OwnPlans.running", sees(user -> plans.running(user, agreement)));
        doors.put("OwnPlans.isPrintedHowToPay", sees(user -> plans.isPrintedHowToPay(user, agreement)));
        doors.put("OwnPlans.offer", holds(user -> plans.offer(user, agreement)));
        doors.put("OwnPlans.draft", holds(user -> plans.draft(user, agreement, 5)));
        doors.put("OwnPlans.agree", holds(user -> plans.agree(user, agreement, null)));
        doors.put("OwnPlans.ending", holds(user -> plans.ending(user, agreement, new PlanId(UUID.randomUUID()))));
        doors.put("OwnPlans.stop", holds(user -> plans.stop(user, agreement, new PlanId(UUID.randomUUID()))));
        doors.put("Leaks.of", holds(user -> leaks.of(user, agreement)));
        doors.put("Readings.meter", holds(user -> readings.meter(user, agreement)));
        doors.put("Readings.submit", holds(user -> readings.submit(user, agreement, Volume.ofCubicMetres(1), false)));
        doors.put("Delegations.of", holds(user -> delegations.of(user, agreement)));
        doors.put(
                "Delegations.invite",
                holds(user -> delegations.invite(
                        new CurrentUser(SIEGVO.slug(), user, user.value() + "@exemple.fr", "x", 0),
                        agreement,
                        new EmailAddress("invite@exemple.fr"),
                        true,
                        LocalDate.now().plusDays(40),
                        "no password of theirs")));
        doors.put(
                "CardPayments.start",
                pays(user -> payments.start(new Payer(user, owed.payer().host()), owed.invoice())));
        doors.put("CardPayments.status", pays(user -> payments.status(user, payment)));
        doors.put("CardPayments.refresh", pays(user -> payments.refresh(user, payment)));
        doors.put("CardPayments.abandon", pays(user -> payments.abandon(user, payment)));
        return doors;
    }

    /** What the holder's business refuses afterwards is no refusal of the person. */
    private static boolean isOpen(Door door, UserId user) {
        try {
            TenantContext.runAs(SIEGVO, () -> door.knock().accept(user));
            return true;
        } catch (UnknownAgreement | UnknownInvoice refused) {
            return false;
        } catch (RuntimeException otherwise) {
            return true;
        }
    }

    @Test
    void who_is_let_pay_no_more_still_sees_what_became_of_what_they_began_and_begins_nothing_else() {
        TenantContext.callAs(SIEGVO, () -> payments.start(new Payer(payer, "siegvo.localhost"), owed.invoice()));
        var payment = attempt();
        TenantContext.callAs(SIEGVO, () -> delegations.of(owed.user(), owed.agreement())).stream()
                .filter(one -> one.mayPay())
                .forEach(one -> TenantContext.runAs(SIEGVO, () -> delegations.end(owed.user(), one.id())));

        assertThat(TenantContext.callAs(SIEGVO, () -> payments.status(payer, payment))
                        .state())
                .isEqualTo(PaymentState.INITIATED);
        var abandoned = TenantContext.callAs(SIEGVO, () -> payments.abandon(payer, payment));
        assertThat(abandoned.state()).isEqualTo(PaymentState.CANCELLED);
        assertThat(abandoned.retry()).as("pays again").isFalse();
        assertThat(TenantContext.callAs(SIEGVO, () -> payments.status(owed.user(), payment))
                        .retry())
                .as("the holder does")
                .isTrue();
        assertThatThrownBy(() -> TenantContext.runAs(
                        SIEGVO, () -> payments.start(new Payer(payer, "siegvo.localhost"), owed.invoice())))
                .isInstanceOf(UnknownAgreement.class);
        assertThatThrownBy(() -> TenantContext.runAs(SIEGVO, () -> payments.status(stranger, payment)))
                .isInstanceOf(UnknownAgreement.class);
    }

    private Set<String> methods() {
        return Arrays.stream(application.getBeanDefinitionNames())
                .map(application::getType)
                .filter(type -> type != null && type.getName().startsWith("fr.ondine.platform."))
                .map(type -> application.getBeanProvider(type).stream().findFirst())
                .flatMap(java.util.Optional::stream)
                .map(AopUtils::getTargetClass)
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(SharedFacadesTests::namesBoth)
                        .map(method -> type.getSimpleName() + "." + method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean namesBoth(Method method) {
        var named = Arrays.asList(method.getParameterTypes());
        return Modifier.isPublic(method.getModifiers())
                && named.stream().anyMatch(PEOPLE::contains)
                && named.stream().anyMatch(THINGS::contains);
    }

    private static Door sees(Consumer<UserId> knock) {
        return new Door(Access.SEES, knock);
    }

    private static Door pays(Consumer<UserId> knock) {
        return new Door(Access.PAYS, knock);
    }

    private static Door holds(Consumer<UserId> knock) {
        return new Door(Access.HOLDS, knock);
    }

    private UserId shared(boolean mayPay) {
        return as(SIEGVO, () -> {
            var user = new Rows(database).user();
            database.sql("""
                            insert into delegation (id, agreement_id, customer_id, holder_id, delegate_id, may_pay, until,
                                                    invited_at, open_until, accepted_at)
                            select gen_random_uuid(), a.id, a.customer_id, :holder, :user, :pay, current_date + 30,
                                   now(), now(), now()
                              from agreement a where a.id = :agreement""")
                    .param("holder", owed.user().value())
                    .param("user", user.value())
                    .param("pay", mayPay)
                    .param("agreement", owed.agreement().value())
                    .update();
            return user;
        });
    }
}
