package fr.ondine.platform.leaks;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.platform.runs.BilledStay.SPRING;
import static fr.ondine.testing.Utilities.ILEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.credits.CreditsAt;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.metering.ReadingsTaken;
import fr.ondine.platform.plans.ManagedPlans;
import fr.ondine.platform.plans.PlanOrder;
import fr.ondine.platform.plans.PlannedPayment;
import fr.ondine.platform.receivables.AgreementLock;
import fr.ondine.platform.receivables.Allocation;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.runs.BilledStay;
import fr.ondine.platform.runs.BillingRuns;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tariffs.Tariffs;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two households whose pipes leak in the spring of 2026, from the reading that shows it to the last cent. Each used 100 m³ in
 * 2025, and now 200 in 179 days, at 2 € and with 36.50 € a year.
 */
@PlatformTest
class LeakYearTests {

    private static final CurrentStaff BERNARD =
            ProvenStaff.of(ILEO.slug(), UUID.randomUUID(), "b@ileo.fr", "Bernard", StaffRole.BILLER, 1);
    private static final CertifiedRepair REPAIR = new CertifiedRepair("Sous la terrasse", LocalDate.of(2026, 7, 10));
    private static final CertificateFile PHOTO =
            new CertificateFile("%PDF-1.7 attestation".getBytes(StandardCharsets.US_ASCII));
    private static final LocalDate READ = LocalDate.of(2026, 6, 29);

    /** It shows the noon of the day that the story has come to. */
    private static final class StoryClock extends Clock {

        private LocalDate today = LocalDate.of(2026, 1, 1);

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Paris");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return today.atTime(12, 0).atZone(getZone()).toInstant();
        }
    }

    private final StoryClock clock = new StoryClock();

    @Autowired
    BeanFactory beans;

    /** Of plans, which are of today. */
    @Autowired
    Clock platform;

    @Autowired
    BillingRuns runs;

    @Autowired
    Ledger ledger;

    @Autowired
    Allocation allocation;

    @Autowired
    ManagedPlans plans;

    @Autowired
    LeakReader reader;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private BilledStay quick;
    private BilledStay slow;
    private LeakStore store;
    private Leaks leaks;
    private LeakDesk desk;

    @BeforeEach
    void two_households_of_one_utility() {
        quick = new BilledStay(ILEO, runs, database, transaction);
        slow = new BilledStay(ILEO, runs, database, transaction);
        var credits = CreditsAt.clock(clock, beans);
        store = new LeakStore(database, beans.getBean(AgreementLock.class), beans.getBean(Documents.class), clock);
        leaks = new Leaks(
                reader,
                store,
                beans.getBean(Certificates.class),
                beans.getBean(Agreements.class),
                beans.getBean(RateLimits.class),
                transaction,
                clock);
        desk = desk(credits);
    }

    @Test
    void a_leak_is_seen_told_certified_and_relieved_and_whoever_is_late_pays_it_all() {
        the("2026-06-29", "the meters are read, and nobody of either household has an address to write to");
        for (var household : List.of(quick, slow)) {
            household.isRead(READ, 300);
            household.in(() -> taken(household));
            assertThat(file(household).state()).isEqualTo(LeakState.DETECTED);
            assertThat(file(household).volume().litres()).isEqualTo(200_000);
            assertThat(file(household).mean().litres()).as("179 of 365 days").isEqualTo(49_041);
            assertThat(file(household).notice()).isEmpty();
        }

        the("2026-07-01", "the invoice tells them, and a month begins");
        for (var household : List.of(quick, slow)) {
            household.isBilled(RunKind.ACTUAL, SPRING);
            assertThat(file(household).state()).isEqualTo(LeakState.AWAITING);
            assertThat(file(household).notice())
                    .hasValueSatisfying(told -> assertThat(told.on()).isEqualTo(clock.today))
                    .hasValueSatisfying(told -> assertThat(told.channel()).isEqualTo(NoticeChannel.INVOICE))
                    .hasValueSatisfying(told -> assertThat(told.answerBy()).isEqualTo(LocalDate.of(2026, 8, 1)));
            assertThat(owed(household)).isEqualTo(euros("441.10"));
        }

        the("2026-07-20", "one pays a part while the plumber digs");
        pays(quick, "100.00");
        assertThat(owed(quick)).isEqualTo(euros("341.10"));
        assertThat(quick.in(() -> desk.preview(BERNARD, id(quick), false))).isEmpty();

        the("2026-08-01", "the last day: one claims the contract with the invoice, and sends a photograph");
        var person = claims(quick);
        does(quick, id -> leaks.certify(person, id, REPAIR, PHOTO));
        assertThat(file(quick).state()).isEqualTo(LeakState.RECEIVED);
        assertThat(file(quick).isCertifiedLate()).isFalse();

        the("2026-08-03", "the other one's comes by post, two days too late");
        does(slow, id -> desk.enter(BERNARD, id, REPAIR, clock.today));
        assertThat(file(slow).isCertifiedLate()).isTrue();

        the("2026-08-10", "both are decided");
        does(quick, id -> desk.check(BERNARD, id));
        var effect = quick.in(() -> desk.preview(BERNARD, id(quick), false)).orElseThrow();
        assertThat(effect.water().litres()).as("twice the mean").isEqualTo(98_082);
        assertThat(effect.sewerage().litres()).as("the mean").isEqualTo(49_041);
        assertThat(effect.total()).as("101.918 m³ of 200 at 2 €, and 5.5 % VAT").isEqualTo(euros("215.05"));
        does(quick, id -> desk.grant(BERNARD, id, false, effect.total(), ""));
        assertThatThrownBy(() -> does(slow, id -> desk.grant(BERNARD, id, false, effect.total(), "")))
                .isInstanceOf(LeakRefused.class);
        does(slow, id -> desk.refuse(BERNARD, id, "L'attestation est arrivée après le 1er août."));

        assertThat(file(quick).state()).isEqualTo(LeakState.CREDITED);
        assertThat(credited(quick)).containsExactly("2026-08-10 CONSO -101.918 -203.84 of -215.05");
        assertThat(owed(quick)).as("441.10 less 100.00 and 215.05").isEqualTo(euros("126.05"));
        assertThat(file(slow).state()).isEqualTo(LeakState.REFUSED);
        assertThat(credited(slow)).isEmpty();
        assertThat(owed(slow)).isEqualTo(euros("441.10"));
        assertThat(happened(quick))
                .as("mails are of today, whatever the story says")
                .containsExactlyInAnyOrder(
                        LeakEvent.What.DETECTED,
                        LeakEvent.What.TOLD_BY_INVOICE,
                        LeakEvent.What.CERTIFIED,
                        LeakEvent.What.CHECKED,
                        LeakEvent.What.GRANTED,
                        LeakEvent.What.ANSWERED_BY_MAIL);
    }

    /** Twice 441.10 a year was to be paid in ten months; of the leak it is twice 226.05. */
    @Test
    void the_plan_of_a_household_is_revised_to_what_is_due_after_the_leak_and_keeps_what_was_paid() {
        the("2026-07-01", "the invoice of a leak is issued");
        quick.isRead(READ, 300);
        quick.isBilled(RunKind.ACTUAL, SPRING);
        var agreement = quick.agreement();
        quick.in(() -> plans.agree(
                BERNARD, agreement, plans.draft(BERNARD, agreement, new PlanOrder(10, Optional.of(euros("882.20"))))));
        quick.in(() -> ledger.post(LedgerEntry.payment(
                UUID.randomUUID(), agreement, Receipt.BANK, LocalDate.now(platform), euros("88.22"), Map.of())));

        the("2026-07-20", "it is relieved");
        var person = claims(quick);
        does(quick, id -> leaks.certify(person, id, REPAIR, PHOTO));
        does(quick, id -> desk.grant(BERNARD, id, false, euros("215.05"), ""));

        var from = quick.in(() -> plans.find(BERNARD, agreement))
                .orElseThrow()
                .next(LocalDate.now(platform))
                .orElseThrow();
        var revision = quick.in(() -> plans.revision(BERNARD, agreement, euros("452.10"), from.dueOn()));
        does(quick, id -> plans.revise(BERNARD, agreement, revision));

        var plan = quick.in(() -> plans.find(BERNARD, agreement)).orElseThrow();
        assertThat(plan.total()).isEqualTo(euros("452.10"));
        assertThat(plan.paid()).isEqualTo(euros("88.22"));
        assertThat(plan.payments().getFirst().paid()).isEqualTo(euros("88.22"));
        assertThat(plan.payments().stream().map(PlannedPayment::left).reduce(Money.zero(), Money::plus))
                .as("to the cent")
                .isEqualTo(euros("363.88"));
    }

    private void the(String day, String what) {
        assertThat(what).isNotBlank();
        clock.today = LocalDate.parse(day);
    }

    private boolean taken(BilledStay household) {
        var meter = database.sql("select meter_id from meter_installation join agreement using (service_point_id)"
                        + " where agreement.id = ?")
                .param(household.agreement().value())
                .query(UUID.class)
                .single();
        events.publishEvent(ReadingsTaken.one(ILEO, meter, READ));
        return true;
    }

    private void pays(BilledStay household, String amount) {
        household.in(() -> {
            ledger.post(LedgerEntry.payment(
                    UUID.randomUUID(), household.agreement(), Receipt.BANK, clock.today, euros(amount), Map.of()));
            allocation.settle(List.of(household.agreement()));
            return amount;
        });
    }

    private UserId claims(BilledStay household) {
        return household.in(() -> {
            var rows = new Rows(database);
            var user = rows.user();
            rows.link(user, household.agreement());
            return user;
        });
    }

    private void does(BilledStay household, Consumer<LeakFileId> deed) {
        household.in(() -> {
            deed.accept(id(household));
            return true;
        });
    }

    private LeakFileId id(BilledStay household) {
        return reader.of(household.agreement()).getFirst().id();
    }

    private LeakFile file(BilledStay household) {
        var files = household.in(() -> reader.of(household.agreement()));
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    private List<LeakEvent.What> happened(BilledStay household) {
        return household.in(() -> reader.events(id(household)).stream()
                .sorted(Comparator.comparing(LeakEvent::what))
                .map(LeakEvent::what)
                .toList());
    }

    private Money owed(BilledStay household) {
        return household.in(() -> ledger.balance(
                new ReceivableId(database.sql("select id from invoice where agreement_id = ? and kind = 'ACTUAL'")
                        .param(household.agreement().value())
                        .query(UUID.class)
                        .single())));
    }

    private List<String> credited(BilledStay household) {
        return household.in(() -> database.sql("select i.issued_on || ' ' || l.label || ' ' || l.quantity || ' '"
                        + " || l.net_amount || ' of ' || i.total_amount from invoice i"
                        + " join invoice_line l on l.invoice_id = i.id"
                        + " where i.agreement_id = ? and i.kind = 'CREDIT_NOTE'")
                .param(household.agreement().value())
                .query(String.class)
                .list());
    }

    private LeakDesk desk(CreditNotes credits) {
        return new LeakDesk(
                reader,
                store,
                beans.getBean(LeakMails.class),
                beans.getBean(Certificates.class),
                beans.getBean(UsesAtReading.class),
                beans.getBean(TellOfLeaks.class),
                beans.getBean(Tenants.class),
                new Reliefs(
                        beans.getBean(RelievableInvoices.class),
                        credits,
                        beans.getBean(Tariffs.class),
                        ledger,
                        beans.getBean(Tenants.class)),
                credits,
                beans.getBean(AuditTrail.class),
                events,
                clock);
    }
}
