package fr.ondine.platform.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhonesTests {

    @Test
    void a_french_number_is_written_in_pairs() {
        assertThat(Phones.written("0238343434")).isEqualTo("02 38 34 34 34");
        assertThat(Phones.written("+33 6 06 06 06 06")).isEqualTo("06 06 06 06 06");
    }

    @Test
    void a_foreign_number_keeps_its_country() {
        assertThat(Phones.written("+352 621 123 456")).isEqualTo("+352 621 123 456");
    }

    @Test
    void what_is_no_number_stays_as_it_is_and_nothing_stays_nothing() {
        assertThat(Phones.written("voir gardien")).isEqualTo("voir gardien");
        assertThat(Phones.written("  ")).isNull();
        assertThat(Phones.written(null)).isNull();
    }
}
