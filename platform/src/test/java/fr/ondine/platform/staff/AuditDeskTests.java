package fr.ondine.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.Numbers;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Administrators find who did what, page by page. */
@PlatformTest
class AuditDeskTests {

    private static final TenantId UTILITY = Utilities.SIEGVO;

    private final CurrentStaff anne =
            ProvenStaff.of(UTILITY.slug(), UUID.randomUUID(), "anne@b.fr", "Anne", StaffRole.ADMINISTRATOR, 1);
    private final String subject = "x:" + UUID.randomUUID();

    @Autowired
    AuditDesk desk;

    @Autowired
    AuditTrail audit;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    @Autowired
    Clock clock;

    @Test
    void a_long_list_is_read_page_by_page_without_a_gap_and_without_one_twice() {
        in(() -> {
            IntStream.range(0, AuditDesk.PAGE * 2 + 7)
                    .forEach(number -> audit.record("system", "reading.entered", subject, String.valueOf(number)));
            return null;
        });
        var filter = new AuditFilter("", subject, Optional.empty(), Optional.empty(), Optional.empty());
        var seen = new ArrayList<String>();
        var page = find(filter, Optional.empty());
        seen.addAll(page.rows().stream().map(AuditedEntry::detail).toList());
        while (page.next().isPresent()) {
            page = find(filter, page.next());
            seen.addAll(page.rows().stream().map(AuditedEntry::detail).toList());
        }
        assertThat(seen).hasSize(AuditDesk.PAGE * 2 + 7).doesNotHaveDuplicates();
        var questions = in(() -> statements.of(() -> desk.find(anne, filter, Optional.empty())));
        assertThat(questions).isOne();
    }

    @Test
    void it_is_found_by_person_subject_kind_and_day() {
        var name = "Zoé " + UUID.randomUUID();
        var paul = UUID.randomUUID();
        var agreement = in(() -> {
            database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                            + " values (?, ?, ?, 'AGENT', 'ACTIVE', now())")
                    .params(paul, paul + "@b.fr", name)
                    .update();
            var contract = new Rows(database).agreement();
            database.sql("update agreement set number = ? where id = ?")
                    .params("812" + Numbers.next(), contract.value())
                    .update();
            audit.record("staff:" + paul, "holder.completed", "agreement:" + contract.value(), "");
            audit.record("staff:" + paul, "reading.entered", subject, "");
            return contract;
        });
        var number = in(() -> database.sql("select number from agreement where id = ?")
                .param(agreement.value())
                .query(String.class)
                .single());
        var today = in(() -> LocalDate.now(clock));
        var byPaul = new AuditFilter(paul + "@b.fr", "", Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(find(byPaul, Optional.empty()).rows())
                .extracting(AuditedEntry::about)
                .as("what has no number is not looked for")
                .containsExactlyInAnyOrder(Optional.of(printed(number)), Optional.empty());
        in(() -> {
            audit.record(anne.actor(), "staff.suspended", "staff:" + paul, "");
            return null;
        });
        assertThat(find(byAnne(), Optional.empty()).rows())
                .filteredOn(entry -> entry.subject().equals("staff:" + paul))
                .extracting(AuditedEntry::about)
                .containsExactly(Optional.of(name));
        assertThat(found(name.substring(0, 12), "", null, null)).contains("holder.completed", "reading.entered");
        assertThat(found(paul + "@b.fr", "", null, null)).hasSize(2);
        assertThat(found("staff:" + paul, "", null, null)).hasSize(2);
        assertThat(found("", number, null, null)).containsExactly("holder.completed");
        assertThat(found(paul + "@b.fr", "", AuditKind.READINGS, null)).containsExactly("reading.entered");
        assertThat(found(paul + "@b.fr", "", null, today)).hasSize(2);
        assertThat(found(paul + "@b.fr", "", null, today.plusDays(1))).isEmpty();
        assertThat(found("100%_", "", null, null)).isEmpty();
    }

    @Test
    void what_is_about_a_contract_is_told_and_found_by_its_number() {
        var leak = UUID.randomUUID();
        var number = "813" + Numbers.next();
        var agreement = in(() -> {
            var contract = new Rows(database).agreement();
            database.sql("update agreement set number = ? where id = ?")
                    .params(number, contract.value())
                    .update();
            database.sql("insert into leak_file (id, agreement_id, used_from, read_on, litres, mean_litres, is_of_zone,"
                            + " state, detected_at) values (?, ?, date '2026-01-01', date '2026-02-01', 40000, 10000,"
                            + " false, 'DETECTED', now())")
                    .params(leak, contract.value())
                    .update();
            audit.record(anne.actor(), "leak.checked", "leak:" + leak, "");
            audit.record(anne.actor(), "leak.checked", "leak:" + UUID.randomUUID(), "");
            audit.record("system", "delegation.invited", "delegation:" + contract.value(), "");
            audit.record("system", "delegation.invited", "delegation:" + UUID.randomUUID(), "");
            return contract;
        });

        assertThat(find(
                                new AuditFilter("", number, Optional.empty(), Optional.empty(), Optional.empty()),
                                Optional.empty())
                        .rows())
                .extracting(AuditedEntry::subject, AuditedEntry::about)
                .containsExactlyInAnyOrder(
                        tuple("leak:" + leak, Optional.of(printed(number))),
                        tuple("delegation:" + agreement.value(), Optional.of(printed(number))));
    }

    @Test
    void a_program_is_told_by_its_name_whether_it_did_something_or_was_let_do_it() {
        var program = UUID.randomUUID();
        in(() -> {
            database.sql(
                            "insert into provider_client (id, client_id, name, kind, secret_hash, redirect_uris, scopes,"
                                    + " created_at, created_by) values (?, ?, 'Télérelève', 'MACHINE', 'x', '{}', '{}', now(), 'x')")
                    .params(program, program.toString())
                    .update();
            audit.record("client:" + program, "readings.pushed", subject, "");
            audit.record("system", "provider.client-withdrawn", "client:" + program, "");
            return null;
        });
        var byIt = new AuditFilter("client:" + program, "", Optional.empty(), Optional.empty(), Optional.empty());
        var ofIt = new AuditFilter("", "client:" + program, Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(find(byIt, Optional.empty()).rows())
                .extracting(AuditedEntry::name)
                .containsExactly(Optional.of("Télérelève"));
        assertThat(find(ofIt, Optional.empty()).rows())
                .extracting(AuditedEntry::about)
                .containsExactly(Optional.of("Télérelève"));
    }

    @Test
    void who_takes_it_away_is_in_it() {
        in(() -> {
            desk.exported(anne, AuditFilter.ALL);
            return null;
        });
        assertThat(found(anne.actor(), "", AuditKind.TEAM, null)).containsExactly("audit.exported");
    }

    private List<String> found(String person, String what, AuditKind kind, LocalDate from) {
        var filter =
                new AuditFilter(person, what, Optional.ofNullable(kind), Optional.ofNullable(from), Optional.empty());
        return find(filter, Optional.empty()).rows().stream()
                .map(AuditedEntry::action)
                .toList();
    }

    private AuditFilter byAnne() {
        return new AuditFilter(anne.actor(), "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    private String printed(String number) {
        return TenantContext.callAs(
                UTILITY, () -> tenants.current().contractNumbers().display(number));
    }

    private AuditPage find(AuditFilter filter, Optional<AuditMark> from) {
        return TenantContext.callAs(UTILITY, () -> desk.find(anne, filter, from));
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(UTILITY, () -> transaction.execute(status -> work.get()));
    }
}
