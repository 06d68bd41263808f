package fr.ondine.ui.staff;

import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.tenantconfig.TenantConfigReader;
import fr.ondine.ui.configuration.LeftOutside;
import fr.ondine.ui.shell.Notice;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts those who would have no way in any more, before their utility switches FranceConnect off. */
@Component
class ClosingFranceConnect {

    private final FranceConnectAccounts accounts;

    ClosingFranceConnect(FranceConnectAccounts accounts) {
        this.accounts = accounts;
    }

    /** Nothing where the change leaves it as it is, or where everybody has another way in. */
    Optional<Notice> warning(String now, String then) {
        return LeftOutside.warning(accounts.leftOutside(TenantConfigReader.read(now), TenantConfigReader.read(then)));
    }
}
