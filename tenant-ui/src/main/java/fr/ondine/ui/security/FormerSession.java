package fr.ondine.ui.security;

import fr.ondine.platform.customers.SeeAs;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Ends whose session it was until now, where that person signs out or somebody signs in over them: it is on no list any more. */
@Component
class FormerSession {

    private final SeeAs door;
    private final Sessions sessions;
    private final SecurityContextHolderStrategy holder;

    FormerSession(SeeAs door, Sessions sessions, SecurityContextHolderStrategy holder) {
        this.door = door;
        this.sessions = sessions;
        this.holder = holder;
    }

    /** Of who is still known in this request. */
    void end() {
        end(holder.getContext().getAuthentication());
    }

    void end(@Nullable Authentication former) {
        if (former instanceof SeenAsAuthentication seen) {
            // one of another utility is nothing to write down here
            if (door.mayGoOn(seen.staff(), seen.until())) {
                door.ended(seen.staff(), seen.getPrincipal());
            }
        } else if (former != null && former.getPrincipal() instanceof CurrentUser user && user.session() != null) {
            sessions.end(user.userId(), user.session());
        }
    }
}
