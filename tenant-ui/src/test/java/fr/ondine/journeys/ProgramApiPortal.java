package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.provider.ClientKind;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.ClientWish;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A holder with invoices, and programs that read them. */
abstract class ProgramApiPortal extends ProviderPortal {

    static final String ALL = "/api/v1/";

    @Autowired
    Ledger ledger;

    UserId person;
    ProgramRows held;
    List<UUID> invoices;

    @BeforeEach
    void a_holder_of_a_place_with_five_invoices() {
        person = subscriber(HERE);
        held = at(HERE, () -> ProgramRows.of(database, ledger, person));
        invoices = at(HERE, () -> {
            var issued = new ArrayList<UUID>();
            for (var number = 1; number <= 5; number++) {
                // two of one day
                issued.add(held.invoice(LocalDate.of(2025, 1 + (number + 1) / 2, 1), number));
            }
            return issued;
        });
    }

    RawHttp.Answer get(TenantId utility, String path, String token, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.add("Authorization: Bearer " + token);
        return new RawHttp(port).get(host(utility), ALL + path, all.toArray(String[]::new));
    }

    String token(ClientScope... scopes) {
        var program = register(HERE, new ClientWish("X", ClientKind.MACHINE, Set.of(scopes), List.of(), null));
        var asked =
                String.join(" ", List.of(scopes).stream().map(ClientScope::word).toList());
        return Program.text(program.token(Map.of("grant_type", "client_credentials", "scope", asked)), "access_token");
    }

    String own(UserId user) {
        return own(user, "openid own:read");
    }

    String own(UserId user, String scopes) {
        var program = application(HERE);
        return Program.text(program.exchange(program.code(scopes, session(HERE, user))), "access_token");
    }

    static JsonNode json(RawHttp.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Program.json(answer);
    }

    <T> T at(TenantId utility, Supplier<T> work) {
        return TenantContext.callAs(utility, () -> transaction.execute(status -> work.get()));
    }
}
