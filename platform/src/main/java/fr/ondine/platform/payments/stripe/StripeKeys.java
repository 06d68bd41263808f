package fr.ondine.platform.payments.stripe;

/** A utility's own secrets at Stripe: {@code ondine.stripe.<slug>.secret-key} and {@code webhook-secret}. */
record StripeKeys(String secretKey, String webhookSecret) {

    StripeKeys {
        if (!secretKey.matches("(sk|rk)_(test|live)_\\w+") || !webhookSecret.startsWith("whsec_")) {
            throw new IllegalArgumentException("a Stripe secret-key is sk_… or rk_…, a webhook-secret whsec_…");
        }
    }

    boolean isLive() {
        return secretKey.startsWith("_live_", 2);
    }

    @Override
    public String toString() {
        return "StripeKeys[…]";
    }
}
