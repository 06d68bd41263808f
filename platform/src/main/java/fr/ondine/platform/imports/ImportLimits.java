package fr.ondine.platform.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a zip may hold, so that a small one cannot fill the platform.
 *
 * @param entries how many files
 * @param sheet the size of one CSV file, unpacked
 * @param document the size of one original invoice
 * @param ratio how many times larger than packed a file may become
 */
@ConfigurationProperties("ondine.imports")
record ImportLimits(
        @DefaultValue("500000") int entries,
        @DefaultValue("8GB") DataSize sheet,
        @DefaultValue("10MB") DataSize document,
        @DefaultValue("200") int ratio) {}
