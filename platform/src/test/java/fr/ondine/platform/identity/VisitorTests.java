package fr.ondine.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisitorTests {

    @Test
    void a_connection_is_one_visitor_however_many_addresses_it_has() {
        assertThat(new Visitor("2001:db8:1:2:aaaa:bbbb:cccc:dddd")).isEqualTo(new Visitor("2001:DB8:1:2::1"));
        assertThat(new Visitor("fe80::1%eth0")).isEqualTo(new Visitor("fe80::2"));
    }

    @Test
    void two_connections_are_two_visitors() {
        assertThat(new Visitor("2001:db8:1:2::1")).isNotEqualTo(new Visitor("2001:db8:1:3::1"));
        assertThat(new Visitor("192.0.2.7")).isNotEqualTo(new Visitor("192.0.2.8"));
    }

    @Test
    void an_address_of_four_numbers_is_the_same_in_its_longer_form() {
        assertThat(new Visitor("::ffff:192.0.2.7")).isEqualTo(new Visitor("192.0.2.7"));
    }

    @Test
    void what_is_no_address_is_taken_as_it_is() {
        assertThat(new Visitor("unknown").address()).isEqualTo("unknown");
    }
}
