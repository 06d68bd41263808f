package fr.ondine.platform.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] RFC_KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_234_567_890);

    @ParameterizedTest
    @CsvSource({
        "59,94287082",
        "1111111109,07081804",
        "1111111111,14050471",
        "1234567890,89005924",
        "2000000000,69279037",
        "20000000000,65353130"
    })
    void codes_are_those_of_rfc_6238(long seconds, String code) {
        assertThat(Totp.code(RFC_KEY, Totp.step(Instant.ofEpochSecond(seconds)), 8))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void letters_are_those_of_rfc_4648_without_padding(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
        assertThat(Base32.decode(encoded)).asString(StandardCharsets.US_ASCII).isEqualTo(text);
    }

    @Test
    void a_code_of_the_step_before_or_after_is_known_and_no_other() {
        var key = Base32.encode(RFC_KEY);

        for (var near : new long[] {-30, 0, 30}) {
            assertThat(Totp.stepOf(code(NOW.plusSeconds(near)), key, NOW)).hasValue(Totp.step(NOW.plusSeconds(near)));
        }
        for (var far : new long[] {-60, 60}) {
            assertThat(Totp.stepOf(code(NOW.plusSeconds(far)), key, NOW)).isEmpty();
        }
        assertThat(Totp.stepOf("", key, NOW)).isEmpty();
    }

    @Test
    void a_second_factor_is_told_as_applications_and_people_read_it() {
        var factor = new SecondFactor("anne@exploitant.fr", Base32.encode(RFC_KEY));

        assertThat(factor.uri())
                .isEqualTo("otpauth://totp/Ondine%3Aanne%40exploitant.fr?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Ondine");
        assertThat(factor.typed()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(factor).asString().doesNotContain("GEZD");
        assertThat(factor.confirm("005 924", NOW)).isEqualTo(Totp.step(NOW));
        assertThatThrownBy(() -> factor.confirm("005925", NOW)).isInstanceOf(WrongCode.class);
    }

    private static String code(Instant moment) {
        return Totp.code(RFC_KEY, Totp.step(moment), Totp.DIGITS);
    }
}
