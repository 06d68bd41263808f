package fr.ondine.platform.provider;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.TenantContext;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program at the interface of one utility, with what it may do there.
 *
 * @param person the subscriber for whom it acts, if any
 */
public record ApiCaller(
        String utility, UUID client, @Nullable UserId person, Set<String> scopes) {

    public ApiCaller {
        scopes = Set.copyOf(scopes);
    }

    /** Refuses what the program was not let do, here: at any other utility it is nobody. */
    public ApiCaller require(ClientScope scope) {
        if (!utility.equals(TenantContext.current().slug()) || !scopes.contains(scope.word())) {
            throw new ScopeMissing(scope);
        }
        return this;
    }

    /** What more it was let know of what it reads anyway. */
    public boolean may(ClientScope scope) {
        return scopes.contains(scope.word());
    }

    /** The subscriber whose own data it may read: nobody stands behind a program that acts for the utility. */
    public UserId owner() {
        require(ClientScope.OWN_READ);
        if (person == null) {
            throw new ScopeMissing(ClientScope.OWN_READ);
        }
        return person;
    }

    /** The name under which acts are written down. */
    public String actor() {
        return "client:" + client;
    }
}
