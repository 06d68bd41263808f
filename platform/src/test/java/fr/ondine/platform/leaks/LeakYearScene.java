package fr.ondine.platform.leaks;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.ILEO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.credits.CreditsAt;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.metering.ReadingsTaken;
import fr.ondine.platform.receivables.AgreementLock;
import fr.ondine.platform.receivables.Allocation;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.runs.BilledStay;
import fr.ondine.platform.runs.BillingRuns;
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
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two households whose pipes leak in the spring of 2026, on the days of one clock. Each used 100 m³ in 2025, and now 200 in
 * 179 days, at 2 € and with 36.50 € a year.
 */
@PlatformTest
abstract class LeakYearScene {

    static final CurrentStaff BERNARD =
            ProvenStaff.of(ILEO.slug(), UUID.randomUUID(), "b@ileo.fr", "Bernard", StaffRole.BILLER, 1);
    static final CertifiedRepair REPAIR = new CertifiedRepair("Sous la terrasse", LocalDate.of(2026, 7, 10));
    static final CertificateFile PHOTO =
            new CertificateFile("%PDF-1.7 attestation".getBytes(StandardCharsets.US_ASCII));
    static final LocalDate READ = LocalDate.of(2026, 6, 29);

    /** It shows the noon of the day that the story has come to. */
    static final class StoryClock extends Clock {

        LocalDate today = LocalDate.of(2026, 1, 1);

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

    final StoryClock clock = new StoryClock();

    @Autowired
    BeanFactory beans;

    @Autowired
    BillingRuns runs;

    @Autowired
    Ledger ledger;

    @Autowired
    Allocation allocation;

    @Autowired
    LeakReader reader;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    BilledStay quick;
    BilledStay slow;
    private FilesAt files;
    LeakStore store;
    Leaks leaks;
    LeakDesk desk;

    @AfterEach
    void it_is_today_again() {
        files.again();
    }

    @BeforeEach
    void two_households_of_one_utility() {
        files = FilesAt.of(beans.getBean(LeakStore.class), clock);
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

    void the(String day, String what) {
        assertThat(what).isNotBlank();
        clock.today = LocalDate.parse(day);
    }

    boolean taken(BilledStay household) {
        var meter = database.sql("select meter_id from meter_installation join agreement using (service_point_id)"
                        + " where agreement.id = ?")
                .param(household.agreement().value())
                .query(UUID.class)
                .single();
        events.publishEvent(ReadingsTaken.one(ILEO, meter, READ));
        return true;
    }

    void pays(BilledStay household, String amount) {
        household.in(() -> {
            ledger.post(LedgerEntry.payment(
                    UUID.randomUUID(), household.agreement(), Receipt.BANK, clock.today, euros(amount), Map.of()));
            allocation.settle(List.of(household.agreement()));
            return amount;
        });
    }

    UserId claims(BilledStay household) {
        return household.in(() -> {
            var rows = new Rows(database);
            var user = rows.user();
            rows.link(user, household.agreement());
            return user;
        });
    }

    void does(BilledStay household, Consumer<LeakFileId> deed) {
        household.in(() -> {
            deed.accept(id(household));
            return true;
        });
    }

    LeakFileId id(BilledStay household) {
        return reader.of(household.agreement()).getFirst().id();
    }

    LeakFile file(BilledStay household) {
        var files = household.in(() -> reader.of(household.agreement()));
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    List<LeakEvent.What> happened(BilledStay household) {
        return household.in(() -> reader.events(id(household)).stream()
                .sorted(Comparator.comparing(LeakEvent::what))
                .map(LeakEvent::what)
                .toList());
    }

    Money owed(BilledStay household) {
        return household.in(() -> ledger.balance(
                new ReceivableId(database.sql("select id from invoice where agreement_id = ? and kind = 'ACTUAL'")
                        .param(household.agreement().value())
                        .query(UUID.class)
                        .single())));
    }

    List<String> credited(BilledStay household) {
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
