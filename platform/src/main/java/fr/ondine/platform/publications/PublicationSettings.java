package fr.ondine.platform.publications;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of files that were uploaded and never listed.
 *
 * @param unlistedLife how long after its upload such a file is kept
 * @param sweepEvery how often they are looked for
 */
@ConfigurationProperties("ondine.publications")
record PublicationSettings(
        @DefaultValue("30d") Duration unlistedLife,
        @DefaultValue("1d") Duration sweepEvery) {}
