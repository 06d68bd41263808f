package fr.ondine.platform.tenancy;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import fr.ondine.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class RefusedRowTests {

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void what_a_rule_of_the_database_refused_is_told_by_the_rule_and_not_by_the_row() {
        var refused = catchThrowable(() -> TenantContext.runAs(
                SIEGVO, () -> transaction.executeWithoutResult(status -> twice("marie@exemple.fr"))));

        assertThat(ThrowableProxyUtil.asString(new ThrowableProxy(refused)))
                .contains("bounced_address_pkey")
                .doesNotContain("marie");
    }

    private void twice(String address) {
        for (var time = 0; time < 2; time++) {
            database.sql("insert into bounced_address (address, bounced_at, reason) values (?, now(), '')")
                    .param(address)
                    .update();
        }
    }
}
