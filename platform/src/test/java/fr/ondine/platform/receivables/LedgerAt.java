package fr.ondine.platform.receivables;

import java.time.Clock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger as it is written on the day of another clock; in the caller's transaction. */
public final class LedgerAt {

    private LedgerAt() {}

    public static Ledger clock(Clock clock, BeanFactory beans) {
        return new Ledger(beans.getBean(JdbcClient.class), beans.getBean(AgreementLock.class), clock);
    }
}
