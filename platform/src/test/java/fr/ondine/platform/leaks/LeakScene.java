package fr.ondine.platform.leaks;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.platform.runs.BilledStay.SPRING;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.billing.Invoices;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.credits.CreditOrder;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.documents.Storage;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.ComparedUse;
import fr.ondine.platform.metering.ReadingsTaken;
import fr.ondine.platform.receivables.AgreementLock;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.runs.BilledStay;
import fr.ondine.platform.runs.BillingRuns;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.Conformance;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A leak in the first half of 2026, at a place that used 100 m³ in 2025: 49.041 m³ in 179 days; billed on 1 July. */
abstract class LeakScene {

    static final CurrentStaff BERNARD = staff(StaffRole.BILLER);
    static final CertifiedRepair REPAIR = new CertifiedRepair("Sous la terrasse", LocalDate.of(2026, 7, 10));
    static final CertificateFile PHOTO =
            new CertificateFile("%PDF-1.7 attestation".getBytes(StandardCharsets.US_ASCII));
    static final LocalDate READ = LocalDate.of(2026, 6, 29);

    @Autowired
    BillingRuns runs;

    @Autowired
    Invoices invoices;

    @Autowired
    CreditNotes credits;

    @Autowired
    Ledger ledger;

    @Autowired
    LeakStore store;

    @Autowired
    LeakMails mails;

    @Autowired
    AgreementLock locks;

    @Autowired
    LeakReader reader;

    @Autowired
    Certificates certificates;

    @Autowired
    RateLimits limits;

    @Autowired
    LeakNotices notices;

    @Autowired
    LeakPaper printed;

    @Autowired
    Documents documents;

    @Autowired
    Storage storage;

    @Autowired
    UsesAtReading uses;

    @Autowired
    TellOfLeaks letters;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    Reliefs reliefs;

    @Autowired
    Agreements agreements;

    @Autowired
    AuditTrail audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    CaughtMails caught;

    @Autowired
    StatementCount statements;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    BilledStay stay;
    UserId person;
    private FilesAt files;

    @BeforeEach
    void invoices_are_written_on_their_day() {
        files = FilesAt.of(store, clock("2026-07-01"));
    }

    @AfterEach
    void it_is_today_again() {
        files.again();
    }

    /** From now on, whatever day they bear. */
    void invoicesAreWritten(String day) {
        it_is_today_again();
        files = FilesAt.of(store, clock(day));
    }

    @BeforeEach
    void somebody_lives_there() {
        stay = new BilledStay(runs, database, transaction);
        person = stay.in(() -> {
            var rows = new Rows(database);
            var user = rows.user();
            rows.link(user, stay.agreement());
            return user;
        });
    }

    void letter(LocalDate day, String reference) {
        stay.in(() -> {
            desk("2026-08-03").told(BERNARD, id(), new PaperNotice(day, reference));
            return day;
        });
    }

    /** The mail that follows an invoice would be a notice. */
    void toldNobody() {
        caught.await(person.value() + "@exemple.fr");
        stay.in(() -> database.sql(
                        "update leak_file set notified_on = null, notice_channel = null, notice_proof = null,"
                                + " answer_by = null, state = 'DETECTED' where agreement_id = ?")
                .param(stay.agreement().value())
                .update());
    }

    void creditedWhole() {
        stay.in(() -> {
            var order = new CreditOrder(Optional.empty(), "Mauvaise adresse");
            var invoice = file().invoice().orElseThrow();
            return credits.issue(BERNARD, invoice, order, credits.preview(BERNARD, invoice, order));
        });
    }

    void billedAgain() {
        creditedWhole();
        stay.isBilled(RunKind.ACTUAL, SPRING);
    }

    /** Its words, of a document that can be archived and read aloud. */
    String paper() throws Exception {
        var pdf = stay.in(() -> invoices.pdf(person, stay.lastInvoice())).bytes();
        assertThat(Conformance.ARCHIVE.faults(pdf)).isEmpty();
        assertThat(Conformance.ACCESSIBILITY.faults(pdf)).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replaceAll("\\s+", " ")
                    .replace('\u00a0', ' ');
        }
    }

    /** At the same place, by the same prices. */
    UUID sewerage() {
        var point = UUID.randomUUID();
        var agreement = UUID.randomUUID();
        var water = stay.agreement().value();
        database.sql("insert into service_point (id, reference, premise_id, service, round) select ?, ?, premise_id,"
                        + " 'SEWERAGE', round from service_point join agreement a on a.service_point_id = service_point.id"
                        + " where a.id = ?")
                .params(point, point.toString(), water)
                .update();
        database.sql("insert into agreement (id, number, customer_id, service_point_id, service, payment_method,"
                        + " started_on) select ?, ?, customer_id, ?, 'SEWERAGE', 'ON_INVOICE', started_on from agreement"
                        + " where id = ?")
                .params(agreement, agreement.toString(), point, water)
                .update();
        database.sql(
                        "insert into agreement_tariff (agreement_id, valid_from, tariff_id) select ?, valid_from, tariff_id"
                                + " from agreement_tariff where agreement_id = ?")
                .params(agreement, water)
                .update();
        return agreement;
    }

    SeenUse another() {
        var used = new ComparedUse(
                new Period(SPRING.from(), READ), new Volume(200_000), Optional.of(new Volume(50_000)), false);
        return new SeenUse(new Rows(database).agreement(), used, null, null);
    }

    void billed(long cubicMetres) {
        stay.isRead(READ, 100 + cubicMetres);
        stay.isBilled(RunKind.ACTUAL, SPRING);
    }

    void taken() {
        taken(READ);
    }

    void taken(LocalDate day) {
        stay.in(() -> {
            var meter = database.sql("select meter_id from meter_installation join agreement using (service_point_id)"
                            + " where agreement.id = ?")
                    .param(stay.agreement().value())
                    .query(UUID.class)
                    .single();
            events.publishEvent(ReadingsTaken.one(SIEGVO, meter, day));
            return meter;
        });
    }

    void certify(String day) {
        stay.in(() -> {
            leaks(day).certify(person, id(), REPAIR, PHOTO);
            return day;
        });
    }

    void grant(String day, boolean late, String amount) {
        grant(day, late, amount, "");
    }

    boolean grant(String day, boolean late, String amount, String reason) {
        return stay.in(() -> desk(day).grant(BERNARD, id(), late, euros(amount), reason));
    }

    void does(Consumer<LeakFileId> deed) {
        stay.in(() -> {
            deed.accept(id());
            return true;
        });
    }

    boolean refuse(String reason) {
        return stay.in(() -> desk("2026-08-03").refuse(BERNARD, reader.get(id()), reason));
    }

    Leaks leaks(String day) {
        return leaks(day, certificates);
    }

    Leaks leaks(String day, Certificates certificates) {
        return new Leaks(reader, on(day), certificates, agreements, limits, transaction, clock(day));
    }

    LeakDesk desk(String day) {
        return desk(day, on(day));
    }

    private LeakStore on(String day) {
        return new LeakStore(database, locks, documents, clock(day));
    }

    LeakDesk desk(String day, LeakStore store) {
        return new LeakDesk(
                reader,
                store,
                mails,
                certificates,
                uses,
                letters,
                tenants,
                reliefs,
                credits,
                audit,
                events,
                clock(day));
    }

    static Clock clock(String day) {
        var zone = ZoneId.of("Europe/Paris");
        return Clock.fixed(LocalDate.parse(day).atTime(23, 30).atZone(zone).toInstant(), zone);
    }

    List<LeakFile> files() {
        return stay.in(() -> reader.of(stay.agreement()));
    }

    LeakFile file() {
        var files = files();
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    LeakFileId id() {
        return reader.of(stay.agreement()).getFirst().id();
    }

    List<LeakEvent.What> happened() {
        return stay.in(() -> reader.events(id()).stream().map(LeakEvent::what).toList());
    }

    Money owed() {
        return owed(stay.agreement().value());
    }

    Money owed(UUID agreement) {
        var billed = stay.in(() -> database.sql("select id from invoice where agreement_id = ? and kind = 'ACTUAL'")
                .param(agreement)
                .query(UUID.class)
                .single());
        return stay.in(() -> ledger.balance(new ReceivableId(billed)));
    }

    /** What is owed of all its invoices. */
    Money ofAgreement() {
        return stay.in(() -> database
                .sql("select id from invoice where agreement_id = ? and kind = 'ACTUAL'")
                .param(stay.agreement().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ReceivableId::new)
                .map(ledger::balance)
                .reduce(Money.zero(), Money::plus));
    }

    long notes() {
        return stay.in(() -> database.sql("select count(*) from invoice note join invoice i on i.id = note.corrects"
                        + " join agreement a on a.id = i.agreement_id join agreement own on own.id = ?"
                        + " where a.customer_id = own.customer_id")
                .param(stay.agreement().value())
                .query(Long.class)
                .single());
    }

    /** A name that nobody else has. */
    String named() {
        var name = stay.agreement().value().toString();
        stay.in(() -> database.sql("update customer set last_name = ? where id = (select customer_id from agreement"
                        + " where id = ?::uuid)")
                .params(name, name)
                .update());
        return name;
    }

    void enter(LocalDate receivedOn) {
        stay.in(() -> {
            desk("2026-08-03").enter(BERNARD, id(), REPAIR, receivedOn);
            return receivedOn;
        });
    }

    List<LeakFileId> open() {
        var name = named();
        var ofHolder = new LeakFilter(Optional.empty(), false, name);
        return stay.in(() -> desk("2026-07-05").list(BERNARD, ofHolder, 0).rows().stream()
                .map(LeakFile::id)
                .toList());
    }

    String note() {
        return stay.in(
                () -> database.sql("select kind || ' ' || net_amount || ' ' || vat_amount from invoice where id = ?")
                        .param(stay.lastInvoice().value())
                        .query(String.class)
                        .single());
    }

    String line() {
        return stay.in(() -> database.sql("select label || ' ' || quantity || ' ' || unit_price || ' ' || net_amount"
                        + " from invoice_line where invoice_id = ?")
                .param(stay.lastInvoice().value())
                .query(String.class)
                .single());
    }

    static CurrentStaff staff(StaffRole role) {
        return ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "b@siegvo.fr", "Bernard", role, 1);
    }
}
