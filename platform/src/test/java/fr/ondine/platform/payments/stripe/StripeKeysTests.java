package fr.ondine.platform.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StripeKeysTests {

    @Test
    void come_from_the_environment_one_pair_a_utility() {
        var sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource(
                "systemEnvironment",
                Map.of(
                        "ONDINE_STRIPE_SIEGVO_SECRETKEY",
                        "sk_live_1",
                        "ONDINE_STRIPE_SIEGVO_WEBHOOKSECRET",
                        "whsec_1")));

        var keys = new Binder(ConfigurationPropertySources.from(sources))
                .bind("ondine.stripe", Bindable.mapOf(String.class, StripeKeys.class))
                .get();

        assertThat(keys).containsOnly(Map.entry("siegvo", new StripeKeys("sk_live_1", "whsec_1")));
    }

    @Test
    void a_key_says_whether_it_moves_money() {
        assertThat(new StripeKeys("sk_live_1", "whsec_1").isLive()).isTrue();
        assertThat(new StripeKeys("rk_live_1", "whsec_1").isLive()).isTrue();
        assertThat(new StripeKeys("sk_test_live_1", "whsec_1").isLive()).isFalse();
    }

    @Test
    void what_is_no_key_is_refused() {
        assertThatThrownBy(() -> new StripeKeys("pk_live_1", "whsec_1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StripeKeys("sk_live_1", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void are_never_written_to_a_log() {
        assertThat(new StripeKeys("sk_live_1", "whsec_1").toString()).doesNotContain("sk_live_1", "whsec_1");
        assertThat(new StripeAccount("acct_1", new StripeKeys("sk_live_1", "whsec_1")).toString())
                .doesNotContain("sk_live_1", "whsec_1");
    }
}
