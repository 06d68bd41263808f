package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.EmailAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of operators, which no utility's role may read. */
@Component
class OperatorAccounts {

    private static final String SELECT = "select " + OperatorAccount.COLUMNS + " from platform.operator_account ";

    private final JdbcClient database;

    OperatorAccounts(JdbcClient database) {
        this.database = database;
    }

    List<OperatorAccount> all() {
        return database.sql(SELECT + "order by state = 'REVOKED', lower(name), email")
                .query(OperatorAccount::of)
                .list();
    }

    Optional<OperatorAccount> find(UUID id) {
        return database.sql(SELECT + "where id = ?")
                .param(id)
                .query(OperatorAccount::of)
                .optional();
    }

    Optional<OperatorAccount> find(EmailAddress email) {
        return database.sql(SELECT + "where email = ?")
                .param(email.value())
                .query(OperatorAccount::of)
                .optional();
    }

    Optional<OperatorAccount> findActive(EmailAddress email) {
        return database.sql(SELECT + "where email = ? and state = 'ACTIVE'")
                .param(email.value())
                .query(OperatorAccount::of)
                .optional();
    }

    Optional<OperatorAccount> findInvited(byte[] invitation, Instant now) {
        return database.sql(
                        SELECT + "where invitation_hash = ? and invitation_expires_at > ?" + " and state <> 'REVOKED'")
                .params(invitation, now.atOffset(ZoneOffset.UTC))
                .query(OperatorAccount::of)
                .optional();
    }

    UUID add(EmailAddress email, String name, Permission permission, Instant now) {
        var id = UUID.randomUUID();
        try {
            database.sql("insert into platform.operator_account (id, email, name, permission, state, created_at)"
                            + " values (?, ?, ?, ?, 'INVITED', ?)")
                    .params(id, email.value(), name, permission.name(), now.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException known) {
            throw new OperatorRefused("email-taken", email.value());
        }
        return id;
    }

    /** From now on only this invitation is good. */
    void invite(UUID id, byte[] invitation, Instant until) {
        database.sql("update platform.operator_account set invitation_hash = ?, invitation_expires_at = ? where id = ?")
                .params(invitation, until.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** Uses the invitation up; of two who try at the same moment one gets it. */
    boolean accept(byte[] invitation, String passwordHash, byte[] sealedKey, long usedStep, Instant now) {
        return database.sql("""
                        update platform.operator_account
                           set state = 'ACTIVE', password_hash = :password, totp_secret = :key, last_totp_step = :step,
                               security_version = security_version + 1,
                               invitation_hash = null, invitation_expires_at = null
                         where invitation_hash = :invitation and invitation_expires_at > :now and state <> 'REVOKED'
                        """)
                        .param("password", passwordHash)
                        .param("key", sealedKey)
                        .param("step", usedStep)
                        .param("invitation", invitation)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Marks the code of a step as used, which an earlier or the same step's can be no more. */
    boolean useStep(UUID id, long step) {
        return database.sql("update platform.operator_account set last_totp_step = :step"
                                + " where id = :id and last_totp_step < :step")
                        .param("step", step)
                        .param("id", id)
                        .update()
                == 1;
    }

    void signedIn(UUID id, Instant now) {
        database.sql("update platform.operator_account set last_sign_in_at = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** Nobody else changes what opens the account before the end of the transaction. */
    void lock(UUID id) {
        database.sql("select id from platform.operator_account where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    void choosePassword(UUID id, String hash) {
        change(id, "password_hash = ?", hash);
    }

    void chooseKey(UUID id, byte[] sealedKey, long usedStep) {
        change(id, "totp_secret = ?, last_totp_step = ?", sealedKey, usedStep);
    }

    void allow(UUID id, Permission permission) {
        change(id, "permission = ?", permission.name());
    }

    void revoke(UUID id) {
        change(id, "state = 'REVOKED', invitation_hash = null, invitation_expires_at = null");
    }

    void reopen(UUID id) {
        change(id, "state = 'INVITED', password_hash = null, totp_secret = null");
    }

    /** Whoever else is active and may administer, so that not all of them go at once: they wait for each other. */
    boolean hasOtherAdministrator(UUID id) {
        return database
                .sql("select id from platform.operator_account"
                        + " where state = 'ACTIVE' and permission = 'ADMINISTER' order by id for update")
                .query(UUID.class)
                .list()
                .stream()
                .anyMatch(other -> !other.equals(id));
    }

    /** Any such change ends the operator's sessions. */
    private void change(UUID id, String what, Object... values) {
        database.sql("update platform.operator_account set security_version = security_version + 1, " + what
                        + " where id = ?")
                .params(values)
                .param(id)
                .update();
    }
}
