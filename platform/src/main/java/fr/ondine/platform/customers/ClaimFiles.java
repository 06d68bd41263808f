package fr.ondine.platform.customers;

import fr.ondine.platform.network.Address;
import fr.ondine.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Brings together what a claim gave and what is on file of its contract. */
@Repository
class ClaimFiles {

    private static final String FIND = """
            select claim.agreement_id, claim.typed_number, a.number as stored, u.state,
                   concat_ws(' ', u.first_name, u.last_name) as claimant,
                   c.phone, c.mobile, concat_ws(', ', c.street, c.complement, concat_ws(' ', c.postcode, c.city)) as postal,
                   p.street, p.complement, p.postcode, p.city
              from pending_claim claim
              join agreement a on a.id = claim.agreement_id
              join customer c on c.id = a.customer_id
              join service_point s on s.id = a.service_point_id
              join premise p on p.id = s.premise_id
              join user_account u on u.id = claim.user_id
             where claim.id = :claim""";

    private final JdbcClient database;
    private final WaitingClaims waiting;
    private final LinkedAccounts accounts;
    private final Tenants tenants;

    ClaimFiles(JdbcClient database, WaitingClaims waiting, LinkedAccounts accounts, Tenants tenants) {
        this.database = database;
        this.waiting = waiting;
        this.accounts = accounts;
        this.tenants = tenants;
    }

    Optional<ClaimFile> find(UUID claim) {
        return waiting.find(claim)
                .map(this::printed)
                .map(found -> database.sql(FIND)
                        .param("claim", claim)
                        .query((row, number) -> file(row, found))
                        .single());
    }

    WaitingClaim printed(WaitingClaim claim) {
        return new WaitingClaim(
                claim.id(),
                display(claim.number()),
                claim.holder(),
                claim.claimant(),
                claim.proof(),
                claim.createdAt());
    }

    private ClaimFile file(ResultSet row, WaitingClaim claim) throws SQLException {
        var agreement = new AgreementId(row.getObject("agreement_id", UUID.class));
        return new ClaimFile(
                claim,
                agreement,
                typed(row.getString("typed_number"), row.getString("stored")),
                row.getString("claimant"),
                row.getString("state").equals("ACTIVE"),
                Stream.concat(
                                Stream.ofNullable(Phones.written(row.getString("phone"))),
                                Stream.ofNullable(Phones.written(row.getString("mobile"))))
                        .distinct()
                        .toList(),
                row.getString("postal"),
                new Address(
                        row.getString("street"),
                        row.getString("complement"),
                        row.getString("postcode"),
                        row.getString("city")),
                accounts.of(agreement));
    }

    private @Nullable String typed(@Nullable String typed, String stored) {
        return typed == null || typed.equals(stored) ? null : display(typed);
    }

    private String display(String number) {
        return tenants.current().contractNumbers().display(number);
    }
}
