package fr.ondine.platform.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a zip may hold, so that a small one cannot fill the platform, and how an import gives way to others.
 *
 * @param entries how many files
 * @param sheet the size of one CSV file, unpacked
 * @param document the size of one original invoice
 * @param ratio how many times larger than packed a file may become
 * @param rest how long an import of many rows rests for each moment at work, so that others hardly notice it; 0 for a
 *     platform that nobody uses yet
 * @param sent the size of a zip that a program of the utility sends
 */
@ConfigurationProperties("ondine.imports")
record ImportLimits(
        @DefaultValue("500000") int entries,
        @DefaultValue("8GB") DataSize sheet,
        @DefaultValue("10MB") DataSize document,
        @DefaultValue("200") int ratio,
        @DefaultValue("6") int rest,
        @DefaultValue("1GB") DataSize sent) {

    /** Seconds for each hundred rows that a merge writes, which is two milliseconds' work. */
    double restOfMerge() {
        return rest * 0.0007;
    }
}
