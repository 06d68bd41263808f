package fr.ondine.platform.provider;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The programs that the bound utility lets in: registered and withdrawn by its administrators, never by themselves. */
@Service
@Transactional
public class ProviderClients {

    /** What every secret begins with, so that one that was published by mistake is found. */
    public static final String PREFIX = "ondc_";

    private static final int MOST = 50;

    private final ClientStore clients;
    private final ProviderKeys keys;
    private final AuditTrail audit;
    private final Clock clock;
    private final ClientSecrets secrets = new ClientSecrets();

    ProviderClients(ClientStore clients, ProviderKeys keys, AuditTrail audit, Clock clock) {
        this.clients = clients;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ClientSummary> all(CurrentStaff who) {
        who.require(StaffPermission.CONFIGURE);
        return clients.all().stream().map(KnownClient::summary).toList();
    }

    /** Registers a program and tells its secret this one time; the first has the provider's keys made. */
    public FreshClient register(CurrentStaff who, ClientWish wish) {
        who.requireProven(StaffPermission.CONFIGURE, clock);
        wish.check();
        keys.begin();
        if (clients.all().size() >= MOST) {
            throw new ClientRefused("too-many", MOST);
        }
        var secret = wish.publicKeys() == null ? PREFIX + RawToken.fresh().value() : null;
        var scopes = wish.scopes().stream()
                .map(ClientScope::word)
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var client = new KnownClient(
                UUID.randomUUID(),
                UUID.randomUUID().toString(),
                wish.name(),
                wish.kind(),
                secret == null ? null : secrets.encode(secret),
                wish.publicKeys(),
                wish.redirects(),
                scopes,
                clock.instant());
        clients.add(client, who.actor());
        audit.record(who.actor(), "provider.client-registered", "client:" + client.id(), String.join(" ", scopes));
        return new FreshClient(client.id(), client.clientId(), secret);
    }

    /** Lets a program in no more: its tokens end at once. */
    public void withdraw(CurrentStaff who, UUID id) {
        who.require(StaffPermission.CONFIGURE);
        if (!clients.withdraw(id, clock.instant())) {
            throw new ClientRefused("unknown");
        }
        audit.record(who.actor(), "provider.client-withdrawn", "client:" + id, "");
    }

    /** What a person who is asked for consent reads of who asks. */
    @Transactional(readOnly = true)
    public Optional<String> nameOf(String clientId) {
        return clients.find(clientId).map(KnownClient::name);
    }
}
