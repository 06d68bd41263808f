package fr.ondine.tenantconfig;

import org.jspecify.annotations.Nullable;

/**
 * Whether and how invoices are paid: on the portal, and by transfer.
 *
 * @param transferTo the account to which invoices may be transferred; without it they do not name one
 * @param carryBelow what is less than this is not asked for by itself but with the next invoice; without it all is
 */
public record Payments(
        Provider provider,
        @Nullable String stripeAccount,
        EuroAmount minimum,
        @Nullable EuroAmount carryBelow,
        Payable payable,
        @Nullable TransferAccount transferTo) {

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

    /** More than this is asked for by itself: a mistake of a zero would let a whole invoice wait. */
    public static final int MOST_CARRIED = 50;

    public Payments {
        Invalid.when(carryBelow != null && carryBelow.isAbove(MOST_CARRIED), "carryBelow", "carry-below", MOST_CARRIED);
        Invalid.when(provider == Provider.STRIPE && stripeAccount == null, "stripeAccount", "stripe-account-missing");
        if (stripeAccount != null) {
            Invalid.when(provider == Provider.NONE, "stripeAccount", "stripe-account-useless");
            Invalid.unless(
                    stripeAccount.matches("acct_[A-Za-z0-9]{4,}"), "stripeAccount", "stripe-account", stripeAccount);
        }
    }
}
