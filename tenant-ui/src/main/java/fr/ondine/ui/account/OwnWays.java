package fr.ondine.ui.account;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.Passkeys;
import fr.ondine.platform.identity.franceconnect.OfficialButton;

/** By what the person who is signed in can show, here and now, that it is they. */
record OwnWays(
        CurrentUser user,
        boolean password,
        boolean franceConnect,
        boolean passkey,
        String host,
        Passkeys passkeys,
        OfficialButton pictures) {

    boolean hasOthers() {
        return franceConnect || passkey;
    }
}
