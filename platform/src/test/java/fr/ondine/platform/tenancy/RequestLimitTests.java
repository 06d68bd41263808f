package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestLimitTests {

    private final RequestLimit limit = new RequestLimit();

    @Test
    void what_costs_nothing_is_not_counted_and_what_is_read_from_the_database_is() {
        assertThat(allowed("/branding/0123456789abcdef.css")).isEqualTo(50);
        assertThat(allowed("/branding/logo/ae7f6d55-df72-4ea3-9345-2183f1c5e763"))
                .isBetween(2L, 10L);
    }

    private long allowed(String path) {
        return IntStream.range(0, 50)
                .filter(one -> limit.allows(new TenantId("siegvo"), 1, new MockHttpServletRequest("GET", path)))
                .count();
    }
}
