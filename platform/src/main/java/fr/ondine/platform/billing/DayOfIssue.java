package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.customers.PaperFactsId;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.TenantConfig;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** To whom and by whom an invoice was issued, as that was on the day, however late its paper is opened. */
@Component
class DayOfIssue {

    private final JdbcClient database;
    private final Agreements agreements;
    private final Ledger ledger;
    private final Tenants tenants;
    private final Clock clock;

    DayOfIssue(JdbcClient database, Agreements agreements, Ledger ledger, Tenants tenants, Clock clock) {
        this.database = database;
        this.agreements = agreements;
        this.ledger = ledger;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** What was kept when something of it changed, or else what is on file. */
    AgreementCard agreement(IssuedInvoice invoice) {
        // first: what changes between the two is then found to be kept
        var onFile = agreements.find(invoice.agreement());
        return kept(invoice.id())
                .flatMap(facts -> agreements.find(invoice.agreement(), facts))
                .or(() -> onFile)
                .orElseThrow(UnknownInvoice::new);
    }

    /** Of its agreement, signed by then, whether or not one holds still. */
    boolean hasMandates(IssuedInvoice invoice) {
        return database.sql("select exists (select from mandate where agreement_id = ? and signed_on <= ?)")
                .params(invoice.agreement().value(), invoice.issuedOn())
                .query(Boolean.class)
                .single();
    }

    /** By the configuration that was in force when it was posted. */
    TenantConfig utility(IssuedInvoice invoice) {
        return tenants.at(postedAt(invoice).orElseGet(() -> dayAfter(invoice)));
    }

    /** The moment of it; a run may date its invoices ahead, or back. */
    Instant posted(IssuedInvoice invoice) {
        return postedAt(invoice).orElseGet(() -> startOf(invoice.issuedOn()));
    }

    private Optional<Instant> postedAt(IssuedInvoice invoice) {
        return ledger.postedAt(invoice.receivable());
    }

    private Instant dayAfter(IssuedInvoice invoice) {
        return startOf(invoice.issuedOn().plusDays(1));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private Optional<PaperFactsId> kept(InvoiceId invoice) {
        return database.sql("select facts_id from invoice_facts where invoice_id = ?")
                .param(invoice.value())
                .query((row, number) -> new PaperFactsId(row.getObject(1, UUID.class)))
                .optional();
    }
}
