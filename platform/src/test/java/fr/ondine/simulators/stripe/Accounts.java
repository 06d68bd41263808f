package fr.ondine.simulators.stripe;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts the simulator knows, found by secret key and by the account a platform's key names. */
final class Accounts {

    private final Journal journal;
    private final Clock clock;
    private final Map<String, Account> byId = new LinkedHashMap<>();

    Accounts(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    synchronized Account open(AccountSettings settings) {
        var known = byId.get(settings.id());
        if (known != null) {
            known.webhooks().close();
        }
        var account = new Account(settings, journal, clock);
        byId.put(settings.id(), account);
        return account;
    }

    synchronized Account get(String id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow(() -> StripeError.noSuch("account", id, "account"));
    }

    synchronized List<Account> all() {
        return List.copyOf(byId.values());
    }

    /** {@code /v1/account}: whose the key is; a restricted key may not read it. */
    static List<Route> routes() {
        return List.of(Route.of("GET", "/v1/account", Schema.of(), (account, id, request) -> {
            if (account.settings().secretKey().startsWith("rk_")) {
                throw StripeError.notPermitted(account.settings().id());
            }
            return Json.object().put("id", account.settings().id()).put("object", "account");
        }));
    }

    Account authenticate(ApiRequest request) {
        var owner = all().stream()
                .filter(account -> !request.secretKey().isEmpty()
                        && account.settings().secretKey().equals(request.secretKey()))
                .findFirst()
                .orElseThrow(() -> StripeError.unauthorized(request.secretKey()));
        return request.stripeAccount().map(id -> actAs(owner, id)).orElse(owner);
    }

    /** The account that holds a checkout session. */
    Account ofSession(String session) {
        return all().stream()
                .filter(account ->
                        account.store().find(CheckoutSessions.TABLE, session).isPresent())
                .findFirst()
                .orElseThrow(() -> StripeError.noSuch("checkout.session", session, "session"));
    }

    private Account actAs(Account owner, String id) {
        var ownerId = owner.settings().id();
        return all().stream()
                .filter(account -> account.settings().id().equals(id))
                .filter(account -> id.equals(ownerId)
                        || account.settings().platform().map(ownerId::equals).orElse(false))
                .findFirst()
                .orElseThrow(() -> StripeError.noAccess(id));
    }
}
