package fr.ondine.platform.runs;

import static fr.ondine.platform.kernel.Money.euros;

import fr.ondine.demo.data.DemoSample;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.ManagedInvoices;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.credits.CreditOrder;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.leaks.CertifiedRepair;
import fr.ondine.platform.leaks.LeakDesk;
import fr.ondine.platform.leaks.LeakFilter;
import fr.ondine.platform.plans.ManagedPlans;
import fr.ondine.platform.plans.PlanOrder;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Utilities;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A utility like one of the demonstration, with some of its subscribers and its tariffs, that bills a year by runs of its
 * own: an estimate, then what was read.
 */
final class BilledSample {

    private static final LocalDate IMPORTED = LocalDate.of(2025, 11, 23);
    private static final Period WINTER = new Period(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 5, 1));
    private static final Period SUMMER = new Period(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 11, 1));
    private static final LocalDate READ = LocalDate.of(2026, 10, 29);
    private static final String PLANS = """

            instalments:
              number: 10
              days: [5]
              cut-off-days: 15
              minimum: "10.00"
              settle-below: "15.00"
              extra-instalments: 2
              returns-allowed: 2
            """;

    private final BeanFactory beans;
    private final JdbcClient database;
    private final TenantId tenant;
    private final CurrentStaff anne;

    private BilledSample(BeanFactory beans, TenantId tenant) {
        this.beans = beans;
        this.database = beans.getBean(JdbcClient.class);
        this.tenant = tenant;
        this.anne = ProvenStaff.of(tenant.slug(), UUID.randomUUID(), "anne@b.fr", "Anne", StaffRole.BILLER, 1);
    }

    /** With a VAT number, or as one that is not subject to VAT and charges none since November 2025. */
    static BilledSample of(DemoUtility model, boolean isSubjectToVat, BeanFactory beans) {
        var slug = "papers_" + model.slug() + (isSubjectToVat ? "" : "_exempt");
        var like = Utilities.like(new TenantId(model.slug()), slug);
        var yaml = isSubjectToVat ? like : like.replaceAll("(?m)^  vat-number: .*\n", "");
        var tenant = beans.getBean(TenantProvisioning.class)
                .provision(yaml.contains("\ninstalments:") ? yaml : yaml + PLANS);
        DemoSample.load(beans.getBean(Imports.class), model, tenant, IMPORTED);
        var sample = new BilledSample(beans, tenant);
        if (!isSubjectToVat) {
            sample.in(sample::chargeNoVat);
        }
        return sample;
    }

    /** A version of each tariff: what was published before stays. */
    private int chargeNoVat() {
        database.sql("insert into tariff_version (id, tariff_id, valid_from, resolution, state, revision, changed_by,"
                        + " changed_at, published_by, published_at) select gen_random_uuid(), tariff_id, ?, resolution,"
                        + " state, revision, changed_by, changed_at, published_by, published_at from tariff_version"
                        + " where valid_from = date '2025-01-01'")
                .param(WINTER.from())
                .update();
        database.sql("insert into tariff_charge select fresh.id, c.code, c.position, c.kind, c.label, c.section,"
                        + " c.beneficiary, c.rate_basis, 0, 'TVA non applicable, article 293 B du CGI',"
                        + " c.is_per_dwelling, c.is_on_request, c.basin, c.is_of_sewerage"
                        + ofLastYear("tariff_charge c"))
                .param(WINTER.from())
                .update();
        return database.sql("insert into tariff_price select fresh.id, c.charge_code, c.diameter_mm, c.season_from,"
                        + " c.from_litres, c.price" + ofLastYear("tariff_price c"))
                .param(WINTER.from())
                .update();
    }

    private static String ofLastYear(String table) {
        return " from " + table + " join tariff_version old on old.id = c.version_id and old.valid_from ="
                + " date '2025-01-01' join tariff_version fresh on fresh.tariff_id = old.tariff_id and fresh.valid_from = ?";
    }

    /** One of each kind that a year brings, by what it is. */
    Map<String, InvoiceId> year() {
        var holders = holders();
        var byPlan = holders.get(0);
        var leaking = holders.get(1);
        var leaving = holders.get(2);
        var issued = new LinkedHashMap<String, InvoiceId>();

        bill(RunKind.ESTIMATED, WINTER);
        issued.put("estimate", last(holders.get(3)));
        var other = last(holders.get(4));
        issued.put("estimate taken back", in(() -> credit(other, Optional.empty())));

        plan(byPlan);
        read(leaking);
        in(() -> database.sql("update agreement set ended_on = date '2026-10-28' where id = ?")
                .param(leaving.value())
                .update());
        bill(RunKind.ACTUAL, SUMMER);
        issued.put("regularisation by a plan", last(byPlan));
        issued.put("leak", last(leaking));
        issued.put("relief", in(() -> relieved(leaking)));
        issued.put("part taken back", in(() -> credit(last(holders.get(3)), Optional.of(Map.of(0, euros("1.37"))))));

        bill(RunKind.CLOSING, SUMMER);
        issued.put("closing", last(leaving));
        return issued;
    }

    /** Set when it is first asked for, and kept. */
    byte[] paper(InvoiceId invoice) {
        return in(() -> beans.getBean(ManagedInvoices.class).paper(anne, invoice))
                .bytes();
    }

    /** Some with an e-mail address who have lived at their place for years; a water meter is read there. */
    private List<AgreementId> holders() {
        return in(() -> database.sql("select a.id from agreement a join customer c on c.id = a.customer_id"
                        + " where a.service = 'WATER' and a.ended_on is null and a.started_on < date '2022-01-01'"
                        + " and c.email is not null order by a.number limit 5")
                .query((row, number) -> new AgreementId(row.getObject(1, UUID.class)))
                .list());
    }

    private void bill(RunKind kind, Period period) {
        new RunsOfUtility(tenant, beans.getBean(BillingRuns.class), beans.getBean(TransactionTemplate.class))
                .bill(Perimeter.everybody(), kind, period);
    }

    /** What was used in the last half-year in each of the two since, and of one who leaks three times that. */
    private void read(AgreementId leaking) {
        in(() -> database.sql("""
                        insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)
                        select gen_random_uuid(), i.meter_id, ?, last.register_value
                               + (last.register_value - before.register_value) * case when a.id = ? then 6 else 2 end,
                               'AGENT', 'ACTUAL', date '2020-01-01'
                          from meter_installation i
                          join agreement a using (service_point_id)
                         cross join lateral (select * from reading r where r.meter_id = i.meter_id
                                              order by read_on desc limit 1) last
                         cross join lateral (select * from reading r where r.meter_id = i.meter_id
                                                and r.read_on < last.read_on order by read_on desc limit 1) before
                         where i.removed_on is null and last.register_value > before.register_value""").params(READ, leaking.value()).update());
    }

    private void plan(AgreementId agreement) {
        in(() -> {
            var plans = beans.getBean(ManagedPlans.class);
            var draft = plans.draft(anne, agreement, new PlanOrder(5, Optional.of(euros("180.00"))));
            plans.agree(anne, agreement, draft);
            database.sql("update instalment_plan set agreed_on = date '2026-02-01' where agreement_id = ?")
                    .param(agreement.value())
                    .update();
            var paid = LedgerEntry.payment(
                    UUID.randomUUID(), agreement, Receipt.BANK, LocalDate.of(2026, 6, 5), euros("72.00"), Map.of());
            beans.getBean(Ledger.class).post(paid);
            return draft;
        });
    }

    /** By a certificate that came in time. */
    private InvoiceId relieved(AgreementId agreement) {
        var desk = beans.getBean(LeakDesk.class);
        var id = desk.list(anne, LeakFilter.OPEN, 0).rows().stream()
                .filter(file -> file.agreement().equals(agreement))
                .findFirst()
                .orElseThrow()
                .id();
        desk.enter(
                anne,
                id,
                new CertifiedRepair("Sous la terrasse", READ),
                SUMMER.until().plusDays(9));
        desk.grant(anne, id, false, desk.preview(anne, id, false).orElseThrow().total(), "");
        return desk.credits(anne, id).getFirst().note();
    }

    private InvoiceId credit(InvoiceId invoice, Optional<Map<Integer, Money>> amounts) {
        var credits = beans.getBean(CreditNotes.class);
        var order = new CreditOrder(amounts, "Index mal lu");
        return credits.issue(anne, invoice, order, credits.preview(anne, invoice, order));
    }

    /** Of its runs: what came by import keeps the paper that came with it. */
    private InvoiceId last(AgreementId agreement) {
        return in(() -> new InvoiceId(database.sql("select id from invoice where agreement_id = ? and issued_on >= ?"
                        + " and kind <> 'CREDIT_NOTE' order by issued_on desc, id desc limit 1")
                .params(agreement.value(), WINTER.until())
                .query(UUID.class)
                .single()));
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(
                tenant, () -> beans.getBean(TransactionTemplate.class).execute(status -> work.get()));
    }
}
