package fr.ondine.tenantconfig;

import org.jspecify.annotations.Nullable;

/** Whether and how invoices are paid on the portal. */
public record Payments(Provider provider, @Nullable String stripeAccount, EuroAmount minimum, Payable payable) {

    /** Who takes the card payments of the utility. */
    public enum Provider {
        NONE,
        STRIPE
    }

    /** Which unpaid invoices the portal offers to pay. */
    public enum Payable {
        EVERY_INVOICE,
        LATEST_INVOICE
    }

    public Payments {
        Invalid.when(provider == Provider.STRIPE && stripeAccount == null, "stripeAccount", "stripe-account-missing");
        if (stripeAccount != null) {
            Invalid.when(provider == Provider.NONE, "stripeAccount", "stripe-account-useless");
            Invalid.unless(
                    stripeAccount.matches("acct_[A-Za-z0-9]{4,}"), "stripeAccount", "stripe-account", stripeAccount);
        }
    }
}
