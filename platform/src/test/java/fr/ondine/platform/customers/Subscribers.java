package fr.ondine.platform.customers;

import fr.ondine.platform.identity.AccountDeleted;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Vault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holders with agreements as the import would have left them; in the caller's transaction. */
record Subscribers(JdbcClient database, Vault vault, ApplicationEventPublisher events) {

    CustomerId holder(String lastName, @Nullable String email) {
        var id = UUID.randomUUID();
        database.sql("insert into customer (id, reference, kind, title, first_name, last_name, email, phone, street,"
                        + " postcode, city) values (?, ?, 'PERSON', 'M.', 'Pierre', ?, ?, '0238343434',"
                        + " '99 rue de la Piloinne', '45330', 'LE MALESHERBOIS')")
                .params(id, id.toString(), lastName, email)
                .update();
        return new CustomerId(id);
    }

    AgreementId agreement(CustomerId holder, String number, @Nullable String claimKey) {
        var premise = UUID.randomUUID();
        database.sql("insert into premise (id, reference, street, postcode, city)"
                        + " values (?, ?, '12 rue des Sources', '57865', 'AMANVILLERS')")
                .params(premise, premise.toString())
                .update();
        var point = UUID.randomUUID();
        database.sql("insert into service_point (id, reference, premise_id, service) values (?, ?, ?, 'WATER')")
                .params(point, point.toString(), premise)
                .update();
        var id = UUID.randomUUID();
        database.sql("insert into agreement (id, number, customer_id, service_point_id, service, claim_key,"
                        + " claim_key_mac, payment_method, started_on)"
                        + " values (?, ?, ?, ?, 'WATER', ?, ?, 'INSTALMENTS', '2019-03-01')")
                .params(
                        id,
                        number,
                        holder.value(),
                        point,
                        claimKey == null ? null : vault.encrypt(claimKey),
                        claimKey == null ? null : vault.mac("claim-key", claimKey))
                .update();
        return new AgreementId(id);
    }

    void olderNumber(AgreementId agreement, String number) {
        database.sql("insert into agreement_alias (number, agreement_id, replaced_on, operator)"
                        + " values (?, ?, '2024-01-01', 'Suez')")
                .params(number, agreement.value())
                .update();
    }

    void mandate(AgreementId agreement, String signedOn, @Nullable String revokedOn) {
        database.sql("insert into mandate (id, agreement_id, reference, creditor, holder, iban, iban_masked, bank,"
                        + " signed_on, revoked_on) values (?, ?, ?, 'FR48ZZZ227807', 'DUPONT', '\\x00',"
                        + " 'FR76 •••• •••• 0189', 'CREDIT AGRICOLE', cast(? as date), cast(? as date))")
                .params(UUID.randomUUID(), agreement.value(), "RUM-" + signedOn, signedOn, revokedOn)
                .update();
    }

    void invoice(AgreementId agreement, String number) {
        database.sql("insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on,"
                        + " net_amount, vat_amount, total_amount, content_hash)"
                        + " values (?, ?, 'ACTUAL', ?, 'A', '2026-01-15', '2026-02-15', 10, 1, 11, '\\x00')")
                .params(UUID.randomUUID(), number, agreement.value())
                .update();
    }

    void meter(AgreementId agreement, String serial, @Nullable String removedOn) {
        var meter = UUID.randomUUID();
        database.sql("insert into meter (id, serial, dials) values (?, ?, 5)")
                .params(meter, serial)
                .update();
        database.sql("insert into meter_installation (id, meter_id, service_point_id, installed_on, install_register,"
                        + " removed_on, removal_register) select ?, ?, service_point_id, '2015-06-01', 0,"
                        + " cast(? as date), case when cast(? as date) is null then null else 1000 end"
                        + " from agreement where id = ?")
                .params(UUID.randomUUID(), meter, removedOn, removedOn, agreement.value())
                .update();
    }

    UserId user(String email) {
        var id = UUID.randomUUID();
        database.sql("insert into user_account (id, email, state, created_at) values (?, ?, 'ACTIVE', now())")
                .params(id, email)
                .update();
        return new UserId(id);
    }

    void deleted(UserId user, String email) {
        events.publishEvent(new AccountDeleted(TenantContext.current(), user, new EmailAddress(email)));
    }
}
