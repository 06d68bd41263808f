package fr.ondine.platform.oldaccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes of the specifications of their forms, and of other software than ours: crypt(3), openssl, Python. */
class OldHashTests {

    private static final String RAW = "AAECAwQFBgcICQoLDA0ODw";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            U*U | $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW
            U*U*U | $2b$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a
            été 2023 | $2y$06$XXXXXXXXXXXXXXXXXXXXXOCBY4HM4LSfNn5.uZWe2mTIDhODMLUmq
            été 2023 | {CRYPT}$2y$06$XXXXXXXXXXXXXXXXXXXXXOCBY4HM4LSfNn5.uZWe2mTIDhODMLUmq
            0123456789012345678901234567890123456789012345678901234567890123456789aaXYZ | $2b$04$XXXXXXXXXXXXXXXXXXXXXORaJwuvi0CDMNueDtr7/4Aa2aT/Y9a2e
            Hello world! | $5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5
            Hello world! | $5$rounds=10000$saltstringsaltst$3xv.VbSHBb41AL9AvLeujZkZRBAwqFMz2.opqey6IcA
            Hello world! | $6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1
            Hello world! | {CRYPT}$6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSnCM/UrjmM0Dp8vOuZeHBy/YTBmSK6H9qs/y3RnOaw5v.
            password | $1$saltsalt$qjXMvbEw8oaL.CzflDtaK/
            password | $apr1$saltsalt$yAAkm4libquA.ZWLHbSBq/
            lètmein | pbkdf2_sha256$260000$seasalt$YlZ2Vggtqdc61YjArZuoApoBh9JNGYoDRBUGu6tcJQo=
            lètmein | pbkdf2_sha1$10000$seasalt$oAfF6vgs95ncksAhGXOWf4Okq7o=
            password | pbkdf2:sha1:4096$salt$4b007901b765489abead49d926f721d065a429c1
            password | pbkdf2:sha256:1000$salt$632c2812e46d4604102ba7618e9d6d7d2f8128f6266b4a03264d2a0460b7dcb3
            password | $pbkdf2-sha512$1000$AAECAwQFBgcICQoLDA0ODw$x05AgND7tB/uWGjA/2D9dayuJjghWYfl/1T46uIRM5ta0a9uOHvBLdOnC7blqQEIFBxfCONToumEQ5pDM8Qtbg
            password | $pbkdf2$1000$AAECAwQFBgcICQoLDA0ODw$Awni/k4L3.fQ/kgo1BwjRBbi2b8
            password | {PBKDF2-SHA256}1000$AAECAwQFBgcICQoLDA0ODw$JeuGrMduQwGPGLmo.Qwv7UYtHHmeg9SK49fGkEamC2c
            password | {SSHA}yrht1iYXEIkejLVu42JWkadd80RzYWx0c2FsdA==
            password | {SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=
            password | {SMD5}/b3zQZ//mL2wJBOQ9iqds3NhbHRzYWx0
            password | {MD5}X03MO1qnZdYdgyfeuILPmQ==
            password | {SSHA256}DIzeh0gCRMTRu9dAH3C3rr7fWkRT0Bp2ZdtRqvTX3XJzYWx0c2FsdA==
            password | {SSHA512}9ZxHVj4YomwqqFiYKcIjExMLx2ZblYfXRGc4KMqbgvHq2+HOgwiTIi+eO/Uam/8D0beDAkGpvx14+UFlfBskLnNhbHRzYWx0
            abc | 900150983cd24fb0d6963f7d28e17f72
            abc | A9993E364706816ABA3E25717850C26C9CD0D89D
            abc | ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
            """)
    void a_hash_of_other_software_is_of_its_password_and_of_no_other(String password, String text) {
        var old = OldHash.parse(text, OldSalt.NONE).orElseThrow();
        var form = OldForm.read(old.form().text());

        assertThat(form.hash(password)).isEqualTo(old.hash());
        assertThat(form.hash("x" + password)).isNotEqualTo(old.hash());
        assertThat(form.hash("")).isNotEqualTo(old.hash());
    }

    @Test
    void a_bare_hash_has_the_salt_that_stands_beside_it_on_the_side_that_is_said() {
        var before = OldHash.parse("5685abecc723539755d4d65fc1514762", new OldSalt("salz", true));
        var behind = OldHash.parse("2a8cbaf8d63294533c4ff24dedb34efb16f55840", new OldSalt("salz", false));

        assertThat(before)
                .get()
                .satisfies(old -> assertThat(OldForm.read(old.form().text()).hash("password"))
                        .isEqualTo(old.hash()));
        assertThat(behind)
                .get()
                .satisfies(old -> assertThat(OldForm.read(old.form().text()).hash("password"))
                        .isEqualTo(old.hash()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe",
                "$2z$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$5$$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5",
                "$6$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5",
                "$5$rounds=10$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5",
                "$1$saltsalt$short",
                "pbkdf2_sha256$0$seasalt$YlZ2Vggtqdc61YjArZuoApoBh9JNGYoDRBUGu6tcJQo=",
                "pbkdf2_sha256$260000$seasalt$AAAA",
                "pbkdf2_sha999$260000$seasalt$YlZ2Vggtqdc61YjArZuoApoBh9JNGYoDRBUGu6tcJQo=",
                "pbkdf2_sha256$260000$seasalt$===",
                "{SSHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
                "{SHA}yrht1iYXEIkejLVu42JWkadd80RzYWx0c2FsdA==",
                "{SSHA}*",
                "{MD5}AAAA"
            })
    void what_has_the_beginning_of_a_form_and_not_the_rest_is_refused(String text) {
        assertThatThrownBy(() -> OldHash.parse(text, OldSalt.NONE))
                .isInstanceOf(OldHashRefused.class)
                .hasMessageContaining("malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$15$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$5$rounds=999999999$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5",
                "pbkdf2_sha256$1000000000$seasalt$YlZ2Vggtqdc61YjArZuoApoBh9JNGYoDRBUGu6tcJQo=",
                "pbkdf2_sha256$9999999999$seasalt$YlZ2Vggtqdc61YjArZuoApoBh9JNGYoDRBUGu6tcJQo=",
                "$pbkdf2-sha256$1000000000$" + RAW + "$JeuGrMduQwGPGLmo.Qwv7UYtHHmeg9SK49fGkEamC2c"
            })
    void what_would_take_long_to_check_is_refused_without_being_tried(String text) {
        assertThatThrownBy(() -> OldHash.parse(text, OldSalt.NONE))
                .isInstanceOf(OldHashRefused.class)
                .hasMessageContaining("too-costly");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abXQ.PHxSmlAE",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$AAAA",
                "$S$DbTXDpI0GYBUFqRJYMrF1mSmNHTzBCdkAaWEzPlXJJGzZ1VMSkoB",
                "0123456789abcde",
                "whatever"
            })
    void another_form_is_none_of_those_that_are_met(String text) {
        assertThat(OldHash.parse(text, OldSalt.NONE)).isEmpty();
    }

    @Test
    void a_salt_stands_beside_a_bare_hash_alone_and_with_its_place() {
        var md5 = "900150983cd24fb0d6963f7d28e17f72";

        assertThatThrownBy(() -> OldHash.parse(md5, new OldSalt("salz", null))).hasMessageContaining("salt");
        assertThatThrownBy(() -> OldHash.parse(md5, new OldSalt(null, true))).hasMessageContaining("salt");
        assertThatThrownBy(() -> OldHash.parse("{MD5}X03MO1qnZdYdgyfeuILPmQ==", new OldSalt("salz", true)))
                .hasMessageContaining("salt");
    }
}
