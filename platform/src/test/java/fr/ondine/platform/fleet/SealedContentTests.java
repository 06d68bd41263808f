package fr.ondine.platform.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long content under the key of an export, chunk by chunk. */
class SealedContentTests {

    private static final ExportKey KEY = ExportKey.of(TransferScene.PASSPHRASE, ExportKey.salt());
    private static final int CHUNK = SealedOutput.CHUNK_BYTES;
    private static final int SEALED = CHUNK + ExportKey.OVERHEAD;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7})
    void it_opens_to_what_it_was_and_shows_nothing_of_it(int size) throws IOException {
        var content = content(size);

        var sealed = sealed(content);

        assertThat(open(sealed, "documents/1")).isEqualTo(content);
        assertThat(sealed).hasSize(size + Math.max(1, (size + CHUNK - 1) / CHUNK) * ExportKey.OVERHEAD);
        assertThat(sealed(content)).as("never twice under the same seal").isNotEqualTo(sealed);
    }

    @Test
    void it_opens_in_no_other_place_and_under_no_other_key() throws IOException {
        var sealed = sealed(content(10));

        assertThatIsRefused(sealed, "documents/2", KEY);
        assertThatIsRefused(sealed, "documents/1", ExportKey.of("une autre phrase secrète", ExportKey.salt()));
    }

    @Test
    void no_chunk_can_be_left_out_moved_added_or_changed() throws IOException {
        var sealed = sealed(content(2 * CHUNK + 5));
        var end = Arrays.copyOfRange(sealed, 2 * SEALED, sealed.length);
        var first = Arrays.copyOf(sealed, SEALED);
        var second = Arrays.copyOfRange(sealed, SEALED, 2 * SEALED);

        assertThat(open(joined(first, second, end), "documents/1")).hasSize(2 * CHUNK + 5);
        assertThatIsRefused(joined(first, second), "documents/1", KEY);
        assertThatIsRefused(joined(first, end), "documents/1", KEY);
        assertThatIsRefused(joined(second, first, end), "documents/1", KEY);
        assertThatIsRefused(joined(first, second, second, end), "documents/1", KEY);
        assertThatIsRefused(joined(first, second, end, end), "documents/1", KEY);
        assertThatIsRefused(Arrays.copyOf(sealed, sealed.length - 1), "documents/1", KEY);
        assertThatIsRefused(new byte[0], "documents/1", KEY);
        sealed[SEALED + 100] ^= 1;
        assertThatIsRefused(sealed, "documents/1", KEY);
    }

    private static void assertThatIsRefused(byte[] sealed, String place, ExportKey key) {
        assertThatThrownBy(() -> new SealedInput(new ByteArrayInputStream(sealed), key, place).readAllBytes())
                .isInstanceOf(TransferRefused.class)
                .hasMessageContaining("altered");
    }

    private static byte[] content(int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static byte[] sealed(byte[] content) throws IOException {
        var sealed = new ByteArrayOutputStream();
        try (var out = new SealedOutput(sealed, KEY, "documents/1")) {
            new ByteArrayInputStream(content).transferTo(out);
        }
        return sealed.toByteArray();
    }

    private static byte[] open(byte[] sealed, String place) throws IOException {
        try (var in = new SealedInput(new ByteArrayInputStream(sealed), KEY, place)) {
            return in.readAllBytes();
        }
    }

    private static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
