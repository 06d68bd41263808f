package fr.ondine.ui.account;

import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.Passkeys;
import fr.ondine.platform.identity.franceconnect.FranceConnectClient;
import fr.ondine.platform.identity.franceconnect.OfficialButton;
import fr.ondine.ui.security.OwnerShown;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.PasskeyPrompt;
import fr.ondine.ui.shell.TextField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has pages ask the person who is signed in to show once more that it is they. */
@Component
public class Confirmations {

    private final SignedIn signedIn;
    private final FranceConnectAccounts accounts;
    private final FranceConnectClient franceConnect;
    private final Passkeys passkeys;
    private final OfficialButton pictures;

    Confirmations(
            SignedIn signedIn,
            FranceConnectAccounts accounts,
            FranceConnectClient franceConnect,
            Passkeys passkeys,
            OfficialButton pictures) {
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.franceConnect = franceConnect;
        this.passkeys = passkeys;
        this.pictures = pictures;
    }

    /** Whether they have a password. */
    boolean byPassword() {
        return accounts.waysIn(signedIn.user().userId()).password();
    }

    /** Before that act. */
    public Confirming before(OwnerAct act) {
        return before(act, null, CurrentPassword.field());
    }

    /** The same on the page of a contract. */
    public Confirming before(OwnerAct act, UUID contract) {
        return before(act, contract, CurrentPassword.field());
    }

    Confirming before(OwnerAct act, @Nullable UUID contract, TextField password) {
        return new Confirming(ways(), act, contract, password);
    }

    /** Whether they have just come back from showing it for that act, or in vain. */
    boolean isUnderWay(OwnerAct act) {
        return OwnerShown.find(signedIn.user().userId(), act).isPresent()
                || OwnerShown.failure(act).isPresent();
    }

    /** Whether a passkey is all that they have to show, here and now. */
    boolean byPasskeyAlone() {
        var ways = ways();
        return ways.passkey() && !ways.password() && !ways.franceConnect();
    }

    private OwnWays ways() {
        var user = signedIn.user();
        var host = passkeys.hostOf(PasskeyPrompt.host());
        var known = accounts.waysIn(user.userId());
        return new OwnWays(
                user,
                known.password(),
                known.franceConnect().isPresent() && franceConnect.isOffered(),
                passkeys.hasAt(user.userId(), host),
                host,
                passkeys,
                pictures);
    }
}
