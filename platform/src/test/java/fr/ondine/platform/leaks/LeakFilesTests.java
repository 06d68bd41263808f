package fr.ondine.platform.leaks;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.platform.runs.BilledStay.SPRING;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import fr.ondine.platform.metering.ReadingTaken;
import fr.ondine.platform.receivables.AgreementLock;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.runs.BilledStay;
import fr.ondine.platform.runs.BillingRuns;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.Conformance;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A leak in the first half of 2026, at a place that used 100 m³ in 2025: 49.041 m³ in 179 days; billed on 1 July. */
@PlatformTest
class LeakFilesTests {

    private static final CurrentStaff BERNARD = staff(StaffRole.BILLER);
    private static final CertifiedRepair REPAIR = new CertifiedRepair("Sous la terrasse", LocalDate.of(2026, 7, 10));
    private static final CertificateFile PHOTO =
            new CertificateFile("%PDF-1.7 attestation".getBytes(StandardCharsets.US_ASCII));
    private static final LocalDate READ = LocalDate.of(2026, 6, 29);

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
    AgreementLock locks;

    @Autowired
    LeakReader reader;

    @Autowired
    Certificates certificates;

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

    private BilledStay stay;
    private UserId person;

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

    @Test
    void the_invoice_tells_of_an_abnormal_use_and_a_mail_follows() throws Exception {
        billed(200);

        var file = file();
        assertThat(file.state()).isEqualTo(LeakState.AWAITING);
        assertThat(file.mean().litres()).isEqualTo(49_041);
        assertThat(file.notice().orElseThrow())
                .isEqualTo(new LeakNotice(
                        SPRING.until(),
                        NoticeChannel.INVOICE,
                        file.notice().orElseThrow().proof(),
                        LocalDate.of(2026, 8, 1)));
        assertThat(caught.await(person.value() + "@exemple.fr").plain()).contains("1er août 2026");
        assertThat(paper()).contains("y a-t-il une fuite chez vous", "(49,041 m³)", "le 1er août 2026 au plus tard");
        assertThat(happened())
                .containsExactlyInAnyOrder(
                        LeakEvent.What.DETECTED, LeakEvent.What.TOLD_BY_INVOICE, LeakEvent.What.TOLD_BY_MAIL);
    }

    @Test
    void what_is_usual_opens_no_file_nor_does_a_place_where_nobody_lives() {
        billed(98);
        assertThat(files()).isEmpty();

        somebody_lives_there();
        stay.in(() -> database.sql("update service_point set is_dwelling = false where id ="
                        + " (select service_point_id from agreement where id = ?)")
                .param(stay.agreement().value())
                .update());
        billed(200);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_reading_opens_the_file_and_its_mail_is_the_notice_however_often_it_is_seen() {
        stay.isRead(READ, 300);
        taken();
        taken();
        stay.isBilled(RunKind.ACTUAL, SPRING);

        var file = file();
        assertThat(file.notice().orElseThrow().channel()).isEqualTo(NoticeChannel.MAIL);
        assertThat(file.notice().orElseThrow().on()).isEqualTo(LocalDate.now(ZoneId.of("Europe/Paris")));
        assertThat(file.invoice()).contains(stay.lastInvoice());
        assertThat(caught.to(person.value() + "@exemple.fr")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_certificate_in_time_is_relieved_to_the_cent_and_once() {
        billed(200);
        certify("2026-08-01");
        assertThat(file().certificate().orElseThrow().scan()).isEqualTo(Scan.NOT_SCANNED);

        stay.in(() -> {
            desk("2026-08-03").check(BERNARD, id());
            return true;
        });
        assertThatThrownBy(() -> certify("2026-07-21")).as("found right").isInstanceOf(LeakRefused.class);
        grant("2026-08-03", false, "215.05");

        assertThat(file().state()).isEqualTo(LeakState.CREDITED);
        assertThat(note()).isEqualTo("CREDIT_NOTE -203.84 -11.21");
        assertThat(line()).as("98.082 of 200 m³ are due").isEqualTo("CONSO -101.918 2.000000 -203.84");
        assertThat(owed()).isEqualTo(euros("226.05"));
        assertThatThrownBy(() -> grant("2026-08-03", false, "215.05")).isInstanceOf(LeakRefused.class);
        assertThatThrownBy(() -> certify("2026-08-04")).isInstanceOf(LeakRefused.class);
        assertThat(caught.await(
                                person.value() + "@exemple.fr",
                                mail -> mail.subject().contains("réduite"))
                        .plain())
                .contains("215,05");
    }

    @Test
    void sewerage_that_is_a_contract_of_its_own_is_relieved_with_the_water() {
        var sewerage = stay.in(this::sewerage);
        billed(200);
        certify("2026-07-20");

        grant("2026-08-03", false, "533.58"); // and 400.00 less 98.08, with VAT 318.53

        assertThat(stay.in(
                        () -> database.sql("select net_amount || ' ' || vat_amount from invoice where agreement_id = ?"
                                        + " and kind = 'CREDIT_NOTE'")
                                .param(sewerage)
                                .query(String.class)
                                .list()))
                .as("49.041 of 200 m³ are due")
                .containsExactly("-301.92 -16.61");
        assertThat(owed()).isEqualTo(euros("226.05"));
    }

    @Test
    void an_invoice_that_takes_the_place_of_a_relieved_one_opens_the_file_again_and_is_relieved_in_its_turn() {
        billed(200);
        certify("2026-07-20");
        grant("2026-08-03", false, "215.05");
        billedAgain();

        var file = file();
        assertThat(file.state()).as("its certificate was found right").isEqualTo(LeakState.CHECKED);
        assertThat(file.invoice()).contains(stay.lastInvoice());
        assertThat(file.decision()).isEmpty();
        assertThat(happened()).contains(LeakEvent.What.REOPENED);
        assertThat(ofAgreement()).isEqualTo(euros("441.10"));

        grant("2026-08-20", false, "215.05");
        assertThatThrownBy(() -> grant("2026-08-20", false, "215.05")).isInstanceOf(LeakRefused.class);
        assertThat(ofAgreement())
                .as("what is due of one invoice, relieved once")
                .isEqualTo(euros("226.05"));
    }

    @Tag("long")
    @Test
    void an_invoice_that_takes_the_place_of_another_gives_a_month_of_its_own() {
        billed(200);
        stay.in(() -> database.sql("update leak_file set notified_on = notified_on - 20, answer_by = answer_by - 20"
                        + " where agreement_id = ?")
                .param(stay.agreement().value())
                .update());
        refuse("La lettre est revenue.");
        billedAgain();

        assertThat(file().state()).isEqualTo(LeakState.AWAITING);
        assertThat(file().notice().orElseThrow().answerBy()).isEqualTo(LocalDate.of(2026, 8, 1));
        certify("2026-08-01");
        grant("2026-08-20", false, "215.05");
        assertThat(ofAgreement()).isEqualTo(euros("226.05"));
    }

    @Tag("long")
    @Test
    void another_invoice_does_not_make_up_for_a_notice_that_failed() {
        billed(200);
        toldNobody();
        stay.in(() -> database.sql("update invoice set issued_on = issued_on - 20 where agreement_id = ?")
                .param(stay.agreement().value())
                .update());
        billedAgain();

        assertThat(file().state()).isEqualTo(LeakState.AWAITING);
        assertThat(file().isLate(LocalDate.of(2027, 1, 1))).isFalse();
        grant("2026-09-20", false, "215.05");
        assertThat(ofAgreement()).isEqualTo(euros("226.05"));
    }

    @Tag("long")
    @Test
    void an_invoice_that_is_taken_back_whole_leaves_nothing_to_relieve() {
        billed(200);
        certify("2026-07-20");
        creditedWhole();

        assertThat(stay.in(() -> desk("2026-08-03").preview(BERNARD, id(), false)))
                .isEmpty();
        assertThatThrownBy(() -> grant("2026-08-03", false, "215.05")).isInstanceOf(LeakRefused.class);
        assertThat(ofAgreement()).isEqualTo(Money.zero());
    }

    @Test
    void sewerage_that_is_billed_after_the_decision_is_relieved_when_it_comes() {
        billed(200);
        certify("2026-07-20");
        assertThat(open()).hasSize(1);
        grant("2026-06-30", false, "215.05");
        assertThat(open()).isEmpty();
        var sewerage = stay.in(this::sewerage);
        stay.isBilled(RunKind.ACTUAL, SPRING);

        assertThat(owed(sewerage)).isEqualTo(euros("441.10"));
        assertThat(open()).as("found again among those that are open").hasSize(1);
        grant("2026-07-05", false, "318.53");

        assertThat(owed(sewerage)).isEqualTo(euros("122.57"));
        assertThat(owed()).isEqualTo(euros("226.05"));
        assertThat(open()).isEmpty();
        assertThatThrownBy(() -> grant("2026-07-05", false, "318.53")).isInstanceOf(LeakRefused.class);
    }

    @Test
    void a_grant_that_breaks_off_before_its_last_credit_note_is_known_leaves_nothing() {
        var sewerage = stay.in(this::sewerage);
        billed(200);
        certify("2026-07-20");

        assertThatThrownBy(() -> stay.in(() -> {
                    desk("2026-08-03", new BreakingOff(database, locks))
                            .grant(BERNARD, id(), false, euros("533.58"), "");
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(file().state()).isEqualTo(LeakState.RECEIVED);
        assertThat(owed()).isEqualTo(euros("441.10"));
        assertThat(owed(sewerage)).isEqualTo(euros("441.10"));
        assertThat(notes()).isZero();
        grant("2026-08-03", false, "533.58");
        assertThat(notes()).isEqualTo(2);
        assertThat(owed()).isEqualTo(euros("226.05"));
        assertThat(owed(sewerage)).isEqualTo(euros("122.57"));
    }

    @Tag("long")
    @Test
    void what_comes_after_the_decision_may_break_off_too_and_nothing_was_decided() {
        billed(200);
        certify("2026-07-20");

        assertThatThrownBy(() -> stay.in(() -> {
                    desk("2026-08-03").grant(BERNARD, id(), false, euros("215.05"), "");
                    throw new IllegalStateException("the server stops");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(file().state()).isEqualTo(LeakState.RECEIVED);
        assertThat(owed()).isEqualTo(euros("441.10"));
        assertThat(notes()).isZero();
    }

    @Tag("long")
    @Test
    void who_grants_while_the_invoice_is_taken_back_whole_takes_nothing_back_twice() {
        billed(200);
        certify("2026-07-20");

        var both = List.of(
                CompletableFuture.runAsync(() -> grant("2026-08-03", false, "215.05")),
                CompletableFuture.runAsync(this::creditedWhole));
        both.forEach(one -> one.exceptionally(refused -> null).join());

        assertThat(ofAgreement()).isIn(Money.zero(), euros("226.05"));
        assertThat(stay.in(() -> database.sql("select sum(total_amount) from invoice where agreement_id = ?")
                        .param(stay.agreement().value())
                        .query(BigDecimal.class)
                        .single()))
                .isIn(new BigDecimal("0.00"), new BigDecimal("226.05"));
    }

    @Tag("long")
    @Test
    void the_list_is_the_same_few_queries_however_long_it_is() {
        billed(200);
        Runnable list = () -> stay.in(() -> desk("2026-08-03").list(BERNARD, LeakFilter.OPEN, 0));
        var before = statements.of(list);

        stay.in(() -> store.open(List.of(another(), another(), another())));

        assertThat(statements.of(list)).isEqualTo(before);
    }

    @Tag("long")
    @Test
    void two_who_grant_at_once_take_back_once() {
        billed(200);
        certify("2026-07-20");

        var both = List.of(
                CompletableFuture.runAsync(() -> grant("2026-08-03", false, "215.05")),
                CompletableFuture.runAsync(() -> grant("2026-08-03", false, "215.05")));

        assertThat(both.stream().filter(one -> {
                    try {
                        one.join();
                        return true;
                    } catch (CompletionException refused) {
                        return !(refused.getCause() instanceof LeakRefused);
                    }
                }))
                .hasSize(1);
        assertThat(owed()).isEqualTo(euros("226.05"));
    }

    @Test
    void a_late_certificate_is_refused_by_the_law_and_granted_only_for_a_reason() {
        billed(200);
        certify("2026-08-02");

        assertThat(file().isCertifiedLate()).isTrue();
        assertThatThrownBy(() -> grant("2026-08-03", false, "215.05"))
                .isInstanceOfSatisfying(
                        LeakRefused.class, late -> assertThat(late.code()).isEqualTo("leaks.late"));
        assertThatThrownBy(() -> grant("2026-08-03", true, "215.05", " ")).isInstanceOf(LeakRefused.class);

        grant("2026-08-03", true, "215.05", "Hospitalisée en juillet");

        assertThat(owed()).isEqualTo(euros("226.05"));
        assertThat(stay.in(() -> database.sql("select detail from audit_entry where subject = ?")
                        .param("leak:" + id().value())
                        .query(String.class)
                        .list()))
                .containsExactly("Hospitalisée en juillet");
    }

    @Test
    void without_a_certificate_nothing_is_relieved_unless_nobody_was_told() {
        billed(200);
        assertThatThrownBy(() -> grant("2026-08-03", false, "215.05"))
                .isInstanceOfSatisfying(
                        LeakRefused.class, none -> assertThat(none.code()).isEqualTo("leaks.certificate-missing"));

        toldNobody();
        grant("2026-08-03", false, "215.05");

        assertThat(owed()).isEqualTo(euros("226.05"));
    }

    @Tag("long")
    @Test
    void a_refusal_has_a_reason_that_the_subscriber_is_told() {
        billed(200);
        certify("2026-07-20");

        assertThatThrownBy(() -> refuse(" ")).isInstanceOf(LeakRefused.class);
        refuse("La fuite était sur un chauffe-eau.");

        assertThat(file().state()).isEqualTo(LeakState.REFUSED);
        assertThat(owed()).isEqualTo(euros("441.10"));
        assertThat(caught.await(
                                person.value() + "@exemple.fr",
                                mail -> mail.subject().contains("Votre demande"))
                        .plain())
                .contains("La fuite était sur un chauffe-eau.");
    }

    @Tag("long")
    @Test
    void what_was_shown_is_what_is_granted() {
        billed(200);
        certify("2026-07-20");

        assertThatThrownBy(() -> grant("2026-08-03", false, "215.06"))
                .isInstanceOfSatisfying(
                        LeakRefused.class, other -> assertThat(other.code()).isEqualTo("leaks.changed"));
        assertThat(owed()).isEqualTo(euros("441.10"));
    }

    @Test
    void a_file_of_another_household_is_nobodys_and_an_agent_decides_nothing() {
        billed(200);
        var stranger = stay.in(() -> new Rows(database).user());

        assertThat(stay.in(() -> leaks("2026-07-20").find(stranger, id()))).isEmpty();
        assertThatThrownBy(() -> stay.in(() -> {
                    leaks("2026-07-20").certify(stranger, id(), REPAIR, PHOTO);
                    return true;
                }))
                .isInstanceOf(LeakRefused.class);
        var agent = staff(StaffRole.AGENT);
        assertThatThrownBy(() -> stay.in(() -> desk("2026-08-03").preview(agent, id(), false)))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> does(id -> desk("2026-08-03").grant(agent, id, false, euros("215.05"), "")))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> does(id -> desk("2026-08-03").refuse(agent, id, "Non")))
                .isInstanceOf(RoleMissing.class);
    }

    @Tag("long")
    @Test
    void a_file_that_does_harm_or_that_nobody_could_look_at_is_not_taken() {
        billed(200);
        FileScan away = content -> {
            throw new ScanFailed("clamd does not answer");
        };

        for (var scanner : Map.of(
                        "leaks.file-infected",
                        (FileScan) content -> FileScan.Verdict.INFECTED,
                        "leaks.file-scan-away",
                        away)
                .entrySet()) {
            var guarded = new Leaks(
                    reader,
                    store,
                    new Certificates(scanner.getValue(), documents, storage),
                    agreements,
                    clock("2026-07-20"));
            assertThatThrownBy(() -> stay.in(() -> {
                        guarded.certify(person, id(), REPAIR, PHOTO);
                        return true;
                    }))
                    .isInstanceOfSatisfying(
                            LeakRefused.class, file -> assertThat(file.code()).isEqualTo(scanner.getKey()));
        }
        assertThat(file().certificate()).isEmpty();
    }

    @Tag("long")
    @Test
    void a_paper_certificate_comes_after_the_repair_and_not_in_the_future() {
        billed(200);

        for (var day : List.of(LocalDate.of(2026, 7, 9), LocalDate.of(2026, 8, 4))) {
            assertThatThrownBy(() -> enter(day))
                    .isInstanceOfSatisfying(
                            LeakRefused.class,
                            impossible -> assertThat(impossible.code()).isEqualTo("leaks.received-impossible"));
        }
        enter(LocalDate.of(2026, 8, 1));
        assertThat(file().isCertifiedLate()).isFalse();
    }

    @Tag("long")
    @Test
    void staff_find_those_whose_month_is_over_without_a_certificate() {
        billed(200);
        var name = named();
        var late = new LeakFilter(Optional.empty(), true, name);

        assertThat(stay.in(() -> desk("2026-08-02").list(BERNARD, late, 0)).rows())
                .hasSize(1);
        enter(LocalDate.of(2026, 8, 1));
        assertThat(stay.in(() -> desk("2026-08-02").list(BERNARD, late, 0)).rows())
                .isEmpty();
        assertThat(stay.in(() -> desk("2026-08-02").list(BERNARD, new LeakFilter(Optional.empty(), false, name), 0))
                        .rows())
                .hasSize(1);
    }

    @Tag("long")
    @Test
    void a_reading_where_nobody_lives_or_of_what_is_usual_opens_nothing() {
        stay.isRead(READ, 198);
        taken();
        assertThat(files()).isEmpty();

        somebody_lives_there();
        stay.in(() -> database.sql("update service_point set is_dwelling = false where id ="
                        + " (select service_point_id from agreement where id = ?)")
                .param(stay.agreement().value())
                .update());
        stay.isRead(READ, 300);
        taken();
        assertThat(files()).isEmpty();
    }

    @Tag("long")
    @Test
    void where_nobody_lived_before_comparable_dwellings_tell_what_is_usual_if_the_utility_says_so() {
        withoutHistory();
        stay.isRead(READ, 300);
        taken();
        assertThat(files()).isEmpty();

        fleet.configure(
                SIEGVO.slug(),
                Utilities.yaml(SIEGVO)
                        + "\ncomparable-dwellings:\n  - postcode: \"57000\"\n    cubic-metres-a-year: 100\n",
                "operator:test",
                "comparable dwellings");
        try {
            taken();
        } finally {
            fleet.configure(SIEGVO.slug(), Utilities.yaml(SIEGVO), "operator:test", "as before");
        }

        assertThat(file().isOfZone()).isTrue();
        assertThat(file().mean().litres()).as("179 of 365 days").isEqualTo(49_041);
    }

    /** The meter, and who reads it, came with the holder. */
    private void withoutHistory() {
        stay.in(() -> database.sql("""
                        with here as (
                            update meter_installation m set installed_on = date '2026-01-01', install_register = 100000
                              from agreement a where a.service_point_id = m.service_point_id and a.id = ?
                            returning m.meter_id)
                        delete from reading where read_on < date '2026-01-01' and meter_id in (select meter_id from here)""").param(stay.agreement().value()).update());
    }

    @Tag("long")
    @Test
    void sewerage_of_other_days_is_due_on_the_mean_of_as_many() {
        var sewerage = stay.in(this::sewerage);
        billed(200);
        certify("2026-07-20");
        stay.in(() -> database.sql("update invoice_meter set read_from = read_from + 30 where invoice_id in"
                        + " (select id from invoice where agreement_id = ?)")
                .param(sewerage)
                .update());

        assertThat(stay.in(() -> desk("2026-08-03").preview(BERNARD, id(), false))
                        .orElseThrow()
                        .total())
                .as("215.05, and 400.00 less 81.64 for 149 of 365 days, with VAT 335.87")
                .isEqualTo(euros("550.92"));
    }

    @Tag("long")
    @Test
    void a_page_that_is_no_picture_is_not_taken() {
        billed(200);

        assertThatThrownBy(() -> stay.in(() -> {
                    leaks("2026-07-20")
                            .certify(
                                    person,
                                    id(),
                                    REPAIR,
                                    new CertificateFile("<html>".getBytes(StandardCharsets.UTF_8)));
                    return true;
                }))
                .isInstanceOfSatisfying(
                        LeakRefused.class, type -> assertThat(type.code()).isEqualTo("leaks.file-type"));
    }

    /** A month after the notice is over for who was told too late, yet it never began. */
    @Test
    void a_certificate_is_never_late_where_the_notice_was() {
        var sewerage = stay.in(this::sewerage);
        billed(200);
        stay.in(() -> database.sql("update leak_file set notified_on = ?, notice_channel = 'MAIL', notice_proof = 'b',"
                        + " answer_by = ? where agreement_id = ?")
                .params(
                        LocalDate.of(2026, 7, 2),
                        LocalDate.of(2026, 8, 2),
                        stay.agreement().value())
                .update());

        var uncertified =
                stay.in(() -> desk("2026-08-03").preview(BERNARD, id(), false).orElseThrow());
        assertThat(uncertified.isCertified()).isFalse();
        assertThat(uncertified.sewerage()).as("nobody knows that water leaked").isEqualTo(uncertified.water());
        certify("2026-09-15");
        assertThat(file().isCertifiedLate()).isFalse();
        grant("2026-09-20", false, "533.58");

        assertThat(owed(sewerage)).as("a leak did not go down the drain").isEqualTo(euros("122.57"));
    }

    @Test
    void a_letter_before_the_invoice_is_a_notice_in_time_and_gives_nobody_less_time_than_they_were_told() {
        billed(200);
        toldNobody();
        assertThat(file().isBilledWithoutNotice()).isTrue();

        letter(LocalDate.of(2026, 6, 30), "LR 1A 234 567");

        assertThat(file().notice())
                .contains(new LeakNotice(
                        LocalDate.of(2026, 6, 30), NoticeChannel.LETTER, "LR 1A 234 567", LocalDate.of(2026, 7, 30)));
        assertThat(file().isBilledWithoutNotice()).isFalse();
        assertThat(stay.in(() -> reader.events(id()).getFirst()))
                .satisfies(first -> assertThat(first.what()).isEqualTo(LeakEvent.What.TOLD_BY_LETTER))
                .satisfies(first -> assertThat(first.detail()).isEqualTo("LR 1A 234 567"));
        assertThatThrownBy(() -> grant("2026-08-03", false, "215.05")).isInstanceOf(LeakRefused.class);

        somebody_lives_there();
        billed(200);
        letter(LocalDate.of(2026, 6, 30), "LR 2");
        assertThat(file().notice().orElseThrow().answerBy())
                .as("as the invoice says")
                .isEqualTo(LocalDate.of(2026, 8, 1));
        letter(LocalDate.of(2026, 7, 20), "LR 3");
        assertThat(file().notice().orElseThrow().proof()).as("the first counts").isEqualTo("LR 2");
    }

    @Tag("long")
    @Test
    void a_letter_has_a_reference_and_a_day_between_the_reading_and_today() {
        billed(200);

        assertThatThrownBy(() -> letter(READ, " "))
                .isInstanceOfSatisfying(
                        LeakRefused.class, none -> assertThat(none.code()).isEqualTo("leaks.reference-missing"));
        for (var day : List.of(READ.minusDays(1), LocalDate.of(2026, 8, 4))) {
            assertThatThrownBy(() -> letter(day, "LR 1"))
                    .isInstanceOfSatisfying(
                            LeakRefused.class,
                            impossible -> assertThat(impossible.code()).isEqualTo("leaks.letter-impossible"));
        }
        refuse("La fuite était sur un chauffe-eau.");
        assertThatThrownBy(() -> letter(READ, "LR 1")).isInstanceOf(LeakRefused.class);
    }

    private void letter(LocalDate day, String reference) {
        stay.in(() -> {
            desk("2026-08-03").told(BERNARD, id(), new PaperNotice(day, reference));
            return day;
        });
    }

    /** The mail that follows an invoice would be a notice. */
    private void toldNobody() {
        caught.await(person.value() + "@exemple.fr");
        stay.in(() -> database.sql(
                        "update leak_file set notified_on = null, notice_channel = null, notice_proof = null,"
                                + " answer_by = null, state = 'DETECTED' where agreement_id = ?")
                .param(stay.agreement().value())
                .update());
    }

    private void creditedWhole() {
        stay.in(() -> {
            var order = new CreditOrder(Optional.empty(), "Mauvaise adresse");
            var invoice = file().invoice().orElseThrow();
            return credits.issue(BERNARD, invoice, order, credits.preview(BERNARD, invoice, order));
        });
    }

    private void billedAgain() {
        creditedWhole();
        stay.isBilled(RunKind.ACTUAL, SPRING);
    }

    /** Its words, of a document that can be archived and read aloud. */
    private String paper() throws Exception {
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
    private UUID sewerage() {
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

    private SeenUse another() {
        var used = new ComparedUse(
                new Period(SPRING.from(), READ), new Volume(200_000), Optional.of(new Volume(50_000)), false);
        return new SeenUse(new Rows(database).agreement(), used, null, null);
    }

    private void billed(long cubicMetres) {
        stay.isRead(READ, 100 + cubicMetres);
        stay.isBilled(RunKind.ACTUAL, SPRING);
    }

    private void taken() {
        stay.in(() -> {
            var meter = database.sql("select meter_id from meter_installation join agreement using (service_point_id)"
                            + " where agreement.id = ?")
                    .param(stay.agreement().value())
                    .query(UUID.class)
                    .single();
            events.publishEvent(new ReadingTaken(SIEGVO, meter, READ));
            return meter;
        });
    }

    private void certify(String day) {
        stay.in(() -> {
            leaks(day).certify(person, id(), REPAIR, PHOTO);
            return day;
        });
    }

    private void grant(String day, boolean late, String amount) {
        grant(day, late, amount, "");
    }

    private void grant(String day, boolean late, String amount, String reason) {
        stay.in(() -> {
            desk(day).grant(BERNARD, id(), late, euros(amount), reason);
            return day;
        });
    }

    private void does(Consumer<LeakFileId> deed) {
        stay.in(() -> {
            deed.accept(id());
            return true;
        });
    }

    private void refuse(String reason) {
        stay.in(() -> {
            desk("2026-08-03").refuse(BERNARD, id(), reason);
            return reason;
        });
    }

    private Leaks leaks(String day) {
        return new Leaks(reader, store, certificates, agreements, clock(day));
    }

    private LeakDesk desk(String day) {
        return desk(day, new LeakStore(database, locks, clock(day)));
    }

    private LeakDesk desk(String day, LeakStore store) {
        return new LeakDesk(
                reader, store, certificates, uses, letters, tenants, reliefs, credits, audit, events, clock(day));
    }

    private static Clock clock(String day) {
        var zone = ZoneId.of("Europe/Paris");
        return Clock.fixed(LocalDate.parse(day).atTime(23, 30).atZone(zone).toInstant(), zone);
    }

    private List<LeakFile> files() {
        return stay.in(() -> reader.of(stay.agreement()));
    }

    private LeakFile file() {
        var files = files();
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    private LeakFileId id() {
        return reader.of(stay.agreement()).getFirst().id();
    }

    private List<LeakEvent.What> happened() {
        return stay.in(() -> reader.events(id()).stream().map(LeakEvent::what).toList());
    }

    private Money owed() {
        return owed(stay.agreement().value());
    }

    private Money owed(UUID agreement) {
        var billed = stay.in(() -> database.sql("select id from invoice where agreement_id = ? and kind = 'ACTUAL'")
                .param(agreement)
                .query(UUID.class)
                .single());
        return stay.in(() -> ledger.balance(new ReceivableId(billed)));
    }

    /** What is owed of all its invoices. */
    private Money ofAgreement() {
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

    private long notes() {
        return stay.in(() -> database.sql("select count(*) from invoice note join invoice i on i.id = note.corrects"
                        + " join agreement a on a.id = i.agreement_id join agreement own on own.id = ?"
                        + " where a.customer_id = own.customer_id")
                .param(stay.agreement().value())
                .query(Long.class)
                .single());
    }

    /** A name that nobody else has. */
    private String named() {
        var name = stay.agreement().value().toString();
        stay.in(() -> database.sql("update customer set last_name = ? where id = (select customer_id from agreement"
                        + " where id = ?::uuid)")
                .params(name, name)
                .update());
        return name;
    }

    private void enter(LocalDate receivedOn) {
        stay.in(() -> {
            desk("2026-08-03").enter(BERNARD, id(), REPAIR, receivedOn);
            return receivedOn;
        });
    }

    private List<LeakFileId> open() {
        var name = named();
        var ofHolder = new LeakFilter(Optional.empty(), false, name);
        return stay.in(() -> desk("2026-07-05").list(BERNARD, ofHolder, 0).rows().stream()
                .map(LeakFile::id)
                .toList());
    }

    private String note() {
        return stay.in(
                () -> database.sql("select kind || ' ' || net_amount || ' ' || vat_amount from invoice where id = ?")
                        .param(stay.lastInvoice().value())
                        .query(String.class)
                        .single());
    }

    private String line() {
        return stay.in(() -> database.sql("select label || ' ' || quantity || ' ' || unit_price || ' ' || net_amount"
                        + " from invoice_line where invoice_id = ?")
                .param(stay.lastInvoice().value())
                .query(String.class)
                .single());
    }

    private static CurrentStaff staff(StaffRole role) {
        return new CurrentStaff(SIEGVO.slug(), UUID.randomUUID(), "b@siegvo.fr", "Bernard", role, 1);
    }

    /** Stops after the second credit note is issued, before it is written down whose it is. */
    private static final class BreakingOff extends LeakStore {

        private int times;

        BreakingOff(JdbcClient database, AgreementLock locks) {
            super(database, locks, clock("2026-08-03"));
        }

        @Override
        void relieved(LeakFileId id, UUID invoice, UUID note) {
            if (++times == 2) {
                throw new IllegalStateException("the server stops");
            }
            super.relieved(id, invoice, note);
        }
    }
}
