package fr.ondine.platform.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.testing.Images;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LogoImageTests {

    private static final int WIDTH_AT = 16;
    private static final int HEADER_AT = 12;

    @Test
    void a_png_and_a_jpeg_are_taken_with_their_measures() {
        var png = LogoImage.checked(Images.png(480, 120));
        var jpeg = LogoImage.checked(Images.jpeg(200, 2000));

        assertThat(png.mediaType()).isEqualTo("image/png");
        assertThat(png.width()).isEqualTo(480);
        assertThat(png.height()).isEqualTo(120);
        assertThat(jpeg.mediaType()).isEqualTo("image/jpeg");
        assertThat(jpeg.height()).isEqualTo(2000);
        assertThat(jpeg.inline()).startsWith("data:image/jpeg;base64,/9j/");
    }

    static Stream<Arguments> is_refused() throws IOException {
        var png = Images.png(480, 120);
        var jpeg = Images.jpeg(480, 120);
        return Stream.of(
                Arguments.of("nothing", new byte[0], "not-an-image"),
                Arguments.of("a text", text("un texte nommé logo.png"), "not-an-image"),
                Arguments.of("a drawing", text("<svg xmlns='http://www.w3.org/2000/svg'/>"), "not-an-image"),
                Arguments.of("a gif", Images.gif(48, 48), "not-an-image"),
                Arguments.of("the first bytes of a png", Arrays.copyOf(png, 8), "not-an-image"),
                Arguments.of("a png and a text", joined(Arrays.copyOf(png, 8), text("<script>")), "image-damaged"),
                Arguments.of("half a png", Arrays.copyOf(png, png.length / 2), "image-damaged"),
                Arguments.of("a png with no pixels", joined(Arrays.copyOf(png, 41), end(png)), "image-damaged"),
                Arguments.of("half a jpeg", Arrays.copyOf(jpeg, jpeg.length / 2), "image-damaged"),
                Arguments.of("a png before a page", joined(png, text("<script>")), "image-damaged"),
                Arguments.of("a jpeg before an archive", joined(jpeg, text("PK")), "image-damaged"),
                Arguments.of("a jpeg in too many stages", stages(jpeg), "image-damaged"),
                Arguments.of("one that is too wide", Images.png(2001, 4), "logo-too-large"),
                Arguments.of("one that is too high", Images.jpeg(4, 2001), "logo-too-large"),
                Arguments.of("one that unpacks to gigabytes", bomb(png), "logo-too-large"),
                Arguments.of("one that is too heavy", Arrays.copyOf(png, LogoImage.MOST_BYTES + 1), "logo-too-heavy"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void is_refused(String what, byte[] content, String reason) {
        assertThatThrownBy(() -> LogoImage.checked(content))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("publications." + reason);
    }

    /** A header that promises 60 000 by 60 000 pixels, with the sum that makes it a sound one. */
    private static byte[] bomb(byte[] png) {
        var bytes = png.clone();
        ByteBuffer.wrap(bytes).putInt(WIDTH_AT, 60_000).putInt(WIDTH_AT + 4, 60_000);
        var sum = new CRC32();
        sum.update(bytes, HEADER_AT, 17);
        ByteBuffer.wrap(bytes).putInt(HEADER_AT + 17, (int) sum.getValue());
        return bytes;
    }

    private static byte[] stages(byte[] jpeg) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, jpeg.length - 2);
        for (var stage = 0; stage < 100; stage++) {
            bytes.write(new byte[] {(byte) 0xff, (byte) 0xda});
        }
        bytes.write(jpeg, jpeg.length - 2, 2);
        return bytes.toByteArray();
    }

    private static byte[] end(byte[] png) {
        return Arrays.copyOfRange(png, png.length - 12, png.length);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(one);
        bytes.writeBytes(other);
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
