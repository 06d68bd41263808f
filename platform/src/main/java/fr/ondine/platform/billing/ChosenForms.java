package fr.ondine.platform.billing;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;

    ChosenForms(
            Agreements agreements,
            InvoiceFormStore store,
            AuditTrail audit,
            Tenants tenants,
            ApplicationEventPublisher events) {
        this.agreements = agreements;
        this.store = store;
        this.audit = audit;
        this.tenants = tenants;
        this.events = events;
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

    /** Whether no paper was chosen, but they go by post: nobody is told of them by mail. */
    @Transactional(readOnly = true)
    public boolean isPostedAllTheSame(UserId user, AgreementId agreement) {
        agreements.requireLinked(user, agreement);
        return isPostedAllTheSame(agreement);
    }

    @Transactional(readOnly = true)
    public boolean isPostedAllTheSame(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK);
        return isPostedAllTheSame(agreement);
    }

    private boolean isPostedAllTheSame(AgreementId agreement) {
        return store.of(agreement) == InvoiceForm.ELECTRONIC && !(isElectronicOffered() && store.isTold(agreement));
    }

    /** Whether what is issued to it goes by post. */
    @Transactional(readOnly = true)
    public boolean isPosted(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK);
        return store.of(agreement) != InvoiceForm.ELECTRONIC || isPostedAllTheSame(agreement);
    }

    public void choose(UserId user, AgreementId agreement, InvoiceForm form) {
        agreements.requireLinked(user, agreement);
        keep(agreement, form, "user:" + user.value());
    }

    @Transactional(readOnly = true)
    public InvoiceForm of(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK);
        return store.of(agreement);
    }

    /** Empty where nobody ever chose. */
    @Transactional(readOnly = true)
    public Optional<ChosenForm> last(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK);
        return store.last(agreement);
    }

    /** As the holder told staff. */
    public void choose(CurrentStaff who, AgreementId agreement, InvoiceForm form) {
        who.require(StaffPermission.SERVE);
        keep(agreements.find(agreement).orElseThrow(UnknownAgreement::new).id(), form, who.actor());
    }

    private void keep(AgreementId agreement, InvoiceForm form, String by) {
        var before = store.of(agreement);
        if (store.keep(agreement, form, by)) {
            audit.record(by, "invoice-form.chosen", "agreement:" + agreement.value(), form.name());
            events.publishEvent(new InvoiceFormChosen(TenantContext.current(), agreement, before, form));
        }
    }
}
