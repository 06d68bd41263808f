package fr.ondine.platform.personaldata;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import org.springframework.beans.factory.BeanFactory;

/** The hour in which a utility removes what is over, for tests of what other modules keep. */
public final class Night {

    private Night() {}

    public static void at(TenantId utility, BeanFactory beans) {
        TenantContext.runAs(utility, () -> beans.getBean(Retention.class).remove());
    }
}
