package fr.ondine.platform.billing;

import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.facturx.PaymentMeans;
import fr.ondine.tenantconfig.Payments.Provider;
import fr.ondine.tenantconfig.TenantConfig;

/** Says how an invoice is paid, or what it gives back, in the terms of EN 16931, and no more of a mandate than its reader may know. */
final class ElectronicPayments {

    private ElectronicPayments() {}

    static PaymentMeans of(PrintedInvoice printed, TenantConfig utility) {
        if (printed.isCredit()) {
            return printed.isSetAgainstOthers() ? PaymentMeans.offset() : PaymentMeans.unsaid();
        }
        if (printed.due().isByCredit()) {
            return PaymentMeans.offset();
        }
        return printed.addressee().paymentMethod() == PaymentMethod.ON_INVOICE
                ? asked(printed, utility)
                : debited(printed.addressee());
    }

    private static PaymentMeans debited(Addressee addressee) {
        var mandate = addressee.mandate();
        return mandate == null
                ? PaymentMeans.debit(null, null)
                : PaymentMeans.debit(mandate.reference(), mandate.creditor());
    }

    private static PaymentMeans asked(PrintedInvoice printed, TenantConfig utility) {
        if (printed.due().isNothing()) {
            return PaymentMeans.unsaid();
        }
        var payments = utility.payments();
        var account = payments.transferTo();
        if (account != null) {
            return PaymentMeans.transfer(account.value(), printed.invoice().number());
        }
        return payments.provider() == Provider.NONE ? PaymentMeans.unsaid() : PaymentMeans.card();
    }
}
