package fr.ondine.platform.billing;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The form in which invoices of an agreement are sent, chosen in the portal or told to staff. A paper is what everybody
 * gets who never chose: an electronic invoice needs the consent of its reader (CGI art. 289 VI).
 */
@Service
@Transactional
public class ChosenForms {

    private final Agreements agreements;
    private final InvoiceFormStore store;
    private final AuditTrail audit;
    private final Tenants tenants;

    ChosenForms(Agreements agreements, InvoiceFormStore store, AuditTrail audit, Tenants tenants) {
        this.agreements = agreements;
        this.store = store;
        this.audit = audit;
        this.tenants = tenants;
    }

    /** Whether somebody who wants no paper is told of each invoice: only then it can be chosen. */
    public boolean isElectronicOffered() {
        return tenants.current().invoiceMails().issued();
    }

    /** Of an agreement open to the user. */
    @Transactional(readOnly = true)
    public InvoiceForm of(UserId user, AgreementId agreement) {
        agreements.requireLinked(user, agreement);
        return store.of(agreement);
    }

    public void choose(UserId user, AgreementId agreement, InvoiceForm form) {
        agreements.requireLinked(user, agreement);
        keep(agreement, form, "user:" + user.value());
    }

    @Transactional(readOnly = true)
    public InvoiceForm of(CurrentStaff who, AgreementId agreement) {
        who.require(StaffRole.AGENT);
        return store.of(agreement);
    }

    /** As the holder told staff. */
    public void choose(CurrentStaff who, AgreementId agreement, InvoiceForm form) {
        who.require(StaffRole.AGENT);
        keep(agreements.find(agreement).orElseThrow(UnknownAgreement::new).id(), form, who.actor());
    }

    private void keep(AgreementId agreement, InvoiceForm form, String by) {
        if (store.keep(agreement, form, by)) {
            audit.record(by, "invoice-form.chosen", "agreement:" + agreement.value(), form.name());
        }
    }
}
