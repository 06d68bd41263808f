package fr.ondine.platform.identity.franceconnect;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long FranceConnect is waited for: a person is waiting too, and what it gives lives for a minute at most.
 *
 * @param buttons the folder with the State's own pictures of the button, which only who has an access may show
 */
@ConfigurationProperties("ondine.france-connect-api")
record FranceConnectApi(
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("4s") Duration readTimeout,
        @Nullable Path buttons) {}
