package fr.ondine.platform.payments.stripe;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where Stripe's API is and how long it is waited for: a person is waiting too. */
@ConfigurationProperties("ondine.stripe-api")
record StripeApi(
        @DefaultValue("https://api.stripe.com") URI base,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("4s") Duration readTimeout,
        @DefaultValue("1") int retries) {}
