package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The first master key seals and digests; what another one sealed is opened as long as that is given. */
class SealingTests {

    private static final String OLD = "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=";
    private static final String NEW = "YW5vdGhlciBtYXN0ZXIga2V5IG9mIDMyIGJ5dGVzISE=";

    @Test
    void what_a_former_key_sealed_is_opened_and_known_for_what_it_is() {
        var before = sealing(OLD).encrypt("secret");
        var both = sealing(NEW + "," + OLD);

        assertThat(both.decrypt(before)).isEqualTo("secret");
        assertThat(both.isCurrent(before)).isFalse();
        assertThat(both.isCurrent(both.encrypt("secret"))).isTrue();
        assertThat(sealing(NEW).open(before)).isEmpty();
        assertThatThrownBy(() -> sealing(NEW).decrypt(before)).isInstanceOf(IllegalStateException.class);
        assertThat(sealing(OLD + "\n" + NEW).decrypt(both.encrypt("new")))
                .as("by who does not seal with it yet")
                .isEqualTo("new");
    }

    @Test
    void another_owner_or_an_altered_byte_is_refused_by_every_key() {
        var both = keys(NEW + "," + OLD);
        var sealed = both.of("siegvo").encrypt("secret");

        assertThat(both.of("ileo").open(sealed)).isEmpty();
        sealed[20] ^= 1;
        assertThat(both.of("siegvo").open(sealed)).isEmpty();
    }

    @Test
    void a_digest_is_made_with_the_first_key_and_found_again_with_each() {
        var before = sealing(OLD).mac("claim-key", "K7M29QXD");
        var both = sealing(NEW + "," + OLD);

        assertThat(both.macs("claim-key", "K7M29QXD")).hasSize(2).contains(before);
        assertThat(both.mac("claim-key", "K7M29QXD"))
                .isEqualTo(sealing(NEW).mac("claim-key", "K7M29QXD"))
                .isNotEqualTo(before);
    }

    @Test
    void keys_are_given_by_commas_or_a_line_each_and_each_must_be_one() {
        assertThat(keys(NEW + "\n" + OLD + "\n").ids())
                .isEqualTo(keys(NEW + ", " + OLD).ids())
                .hasSize(2)
                .allMatch(id -> id.matches("[0-9a-f]{8}"));
        var short31 = Base64.getEncoder().encodeToString(new byte[31]);
        for (var wrong : new String[] {"", " ", short31, NEW + "," + short31, NEW + ",hunter2"}) {
            assertThatThrownBy(() -> new VaultSettings(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("ondine.vault.key must be 32 bytes in Base64");
        }
    }

    private static Sealing sealing(String keys) {
        return keys(keys).of("siegvo");
    }

    private static DerivedKeys keys(String keys) {
        return new DerivedKeys(new VaultSettings(keys));
    }
}
