package fr.ondine.platform.payments.stripe;

/** The bound utility's account at Stripe. */
record StripeAccount(String id, StripeKeys keys) {}
