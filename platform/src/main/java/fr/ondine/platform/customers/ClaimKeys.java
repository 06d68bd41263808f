package fr.ondine.platform.customers;

import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.platform.tenancy.Vault;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The claim key (clé de sécurité) of an agreement in clear, for the invoice that it is printed on and nothing else. */
@Service
@Transactional(readOnly = true)
public class ClaimKeys {

    private final JdbcClient database;
    private final Tenants tenants;
    private final Vault vault;

    ClaimKeys(JdbcClient database, Tenants tenants, Vault vault) {
        this.database = database;
        this.tenants = tenants;
        this.vault = vault;
    }

    /** As printed: {@code K7M2 9QXD}; empty where the utility has no such keys or this agreement has none. */
    public Optional<String> printed(AgreementId agreement) {
        var format = tenants.current().claims().claimKey();
        if (format == null) {
            return Optional.empty();
        }
        return database.sql("select claim_key from agreement where id = :id and claim_key is not null")
                .param("id", agreement.value())
                .query(byte[].class)
                .optional()
                .map(vault::decrypt)
                .map(format::display);
    }

    /**
     * The same for what goes where somebody lived at that moment; empty where the key was renewed since: whoever is there may
     * be the one from whom it was taken.
     */
    public Optional<String> printed(AgreementId agreement, Instant since) {
        return isRenewed(agreement, since) ? Optional.empty() : printed(agreement);
    }

    private boolean isRenewed(AgreementId agreement, Instant since) {
        return database.sql("select exists (select from former_claim_key"
                        + " where agreement_id = :id and replaced_at >= :since)")
                .param("id", agreement.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
