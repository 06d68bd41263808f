package fr.ondine.platform.identity.franceconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficialButtonTests {

    @TempDir
    Path folder;

    @Test
    void whoever_was_given_the_pictures_shows_them_and_no_other_file() throws IOException {
        for (var name : new String[] {"clair", "clair-survol", "sombre", "sombre-survol", "other"}) {
            Files.writeString(folder.resolve(name + ".svg"), "<svg/>");
        }

        var button = button(folder);

        assertThat(button.isThere()).isTrue();
        assertThat(button.picture("sombre-survol")).contains("<svg/>".getBytes());
        assertThat(button.picture("other")).isEmpty();
        assertThat(button.picture("../clair")).isEmpty();
    }

    @Test
    void without_them_there_is_none_and_with_some_of_them_nothing_starts() throws IOException {
        assertThat(button(null).isThere()).isFalse();

        Files.writeString(folder.resolve("clair.svg"), "<svg/>");
        assertThatThrownBy(() -> button(folder)).isInstanceOf(UncheckedIOException.class);
    }

    private static OfficialButton button(@Nullable Path folder) {
        return new OfficialButton(new FranceConnectApi(Duration.ofSeconds(2), Duration.ofSeconds(4), folder));
    }
}
