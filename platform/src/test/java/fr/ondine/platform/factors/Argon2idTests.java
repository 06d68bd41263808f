package fr.ondine.platform.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class Argon2idTests {

    private static final String PASSWORD = "trois chevaux gris";
    private static final Argon2id AUTHORS = new Argon2id();
    private static final Argon2id PORTABLE = new Argon2id(Optional.empty());

    static Stream<Argon2id> both() {
        return Stream.of(AUTHORS, PORTABLE);
    }

    @Test
    void the_authors_library_is_there() {
        assertThat(Argon2id.loaded()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("both")
    void it_costs_what_owasp_asks_for_and_no_two_hashes_are_the_same(Argon2id argon) {
        var hash = argon.encode(PASSWORD);

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(argon.encode(PASSWORD));
        assertThat(argon.upgradeEncoding(hash)).isFalse();
        assertThat(argon.upgradeEncoding(new Argon2PasswordEncoder(16, 32, 1, 8, 1).encode(PASSWORD)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {PASSWORD, "é ñ œ 😀 \u0000 fin"})
    void what_one_writes_the_other_reads(String password) {
        assertThat(PORTABLE.matches(password, AUTHORS.encode(password))).isTrue();
        assertThat(AUTHORS.matches(password, PORTABLE.encode(password))).isTrue();
        assertThat(PORTABLE.matches(password + "x", AUTHORS.encode(password))).isFalse();
        assertThat(AUTHORS.matches(password + "x", PORTABLE.encode(password))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("both")
    void what_is_no_hash_fits_nothing(Argon2id argon) {
        assertThat(argon.matches(PASSWORD, "")).isFalse();
        assertThat(argon.matches(PASSWORD, "$argon2id$v=19$m=19456")).isFalse();
        assertThat(argon.matches(PASSWORD, null)).isFalse();
        assertThat(argon.matches(null, argon.encode(PASSWORD))).isFalse();
        assertThat(argon.matches("", argon.encode("")))
                .as("nor does no password")
                .isFalse();
    }
}
