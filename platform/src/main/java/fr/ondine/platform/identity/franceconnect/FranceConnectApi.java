package fr.ondine.platform.identity.franceconnect;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long FranceConnect is waited for: a person is waiting too, and what it gives lives for a minute at most. */
@ConfigurationProperties("ondine.france-connect-api")
record FranceConnectApi(
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("4s") Duration readTimeout) {}
