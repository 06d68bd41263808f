package fr.ondine.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTests {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            Firefox,Windows,"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"
            Edge,Windows,"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36 Edg/142.0"
            Chrome,Android,"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36"
            Samsung Internet,Android,"Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36"
            Safari,iPhone,"Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1"
            Chrome,iPad,"Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 CriOS/142.0 Mobile/15E148 Safari/604.1"
            Safari,Mac,"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15"
            """)
    void is_called_as_its_owner_would(String name, String system, String userAgent) {
        assertThat(Browser.of(userAgent)).isEqualTo(new Browser(name, system));
    }

    @Test
    void that_says_nothing_is_unknown_and_keeps_none_of_its_words() {
        assertThat(Browser.of(null).isKnown()).isFalse();
        assertThat(Browser.of("<script>alert(1)</script>")).isEqualTo(Browser.UNKNOWN);
        assertThat(Browser.of("curl/8 (Windows)").isKnown()).isFalse();
    }
}
