package fr.ondine.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.demo.data.ReadingsFile;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file costs no memory in proportion to its rows; how fast it is, a bench says. */
class ManyReadingsTests extends ImportTest {

    private static final long MEGABYTE = 1 << 20;

    @Test
    void twenty_thousand_readings_arrive() throws IOException {
        load(200);
    }

    @Test
    @Tag("long")
    void a_million_readings_take_no_more_memory_than_a_few() throws IOException {
        load(10_000);
    }

    private void load(int meters) throws IOException {
        var zip = ReadingsFile.write(folder, meters);
        try (var heap = HeapWatch.start()) {
            var report = load(zip);
            assertThat(report.refusals()).isEmpty();
            assertThat(heap.growth()).isLessThan(64 * MEGABYTE);
        }
        assertThat(count("reading")).isEqualTo(meters * ReadingsFile.READINGS_OF_A_METER);
    }
}
