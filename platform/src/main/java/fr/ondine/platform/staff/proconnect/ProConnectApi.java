package fr.ondine.platform.staff.proconnect;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long ProConnect is waited for: a person is waiting too, and what it gives lives for a minute at most. */
@ConfigurationProperties("ondine.pro-connect-api")
record ProConnectApi(
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("4s") Duration readTimeout) {}
