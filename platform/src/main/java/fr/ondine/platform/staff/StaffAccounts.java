package fr.ondine.platform.staff;

import fr.ondine.platform.kernel.EmailAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bound utility's table of those who work there. */
@Component
class StaffAccounts {

    private static final String SELECT = "select " + StaffAccount.COLUMNS + " from staff_member ";

    private final JdbcClient database;

    StaffAccounts(JdbcClient database) {
        this.database = database;
    }

    List<StaffAccount> all() {
        return database.sql(SELECT + "order by state = 'SUSPENDED', lower(name), email")
                .query(StaffAccount::of)
                .list();
    }

    Optional<StaffAccount> find(UUID id) {
        return database.sql(SELECT + "where id = ?")
                .param(id)
                .query(StaffAccount::of)
                .optional();
    }

    boolean hasApplication(UUID id) {
        return find(id).map(account -> account.sealedKey() != null).orElse(false);
    }

    Optional<StaffAccount> find(EmailAddress email) {
        return database.sql(SELECT + "where email = ?")
                .param(email.value())
                .query(StaffAccount::of)
                .optional();
    }

    Optional<StaffAccount> findActive(EmailAddress email) {
        return database.sql(SELECT + "where email = ? and state = 'ACTIVE'")
                .param(email.value())
                .query(StaffAccount::of)
                .optional();
    }

    Optional<StaffAccount> findInvited(byte[] invitation, Instant now) {
        return database.sql(SELECT + "where invitation_hash = ? and invitation_expires_at > ?"
                        + " and state <> 'SUSPENDED'")
                .params(invitation, now.atOffset(ZoneOffset.UTC))
                .query(StaffAccount::of)
                .optional();
    }

    UUID add(EmailAddress email, String name, StaffRole role, Instant now) {
        var id = UUID.randomUUID();
        try {
            database.sql("insert into staff_member (id, email, name, role, newer_role, state, created_at)"
                            + " values (?, ?, ?, ?, nullif(?, ''), 'INVITED', ?)")
                    .params(
                            id,
                            email.value(),
                            name,
                            StoredRole.old(role),
                            StoredRole.newer(role),
                            now.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException known) {
            throw new StaffRefused("email-taken", email.value());
        }
        return id;
    }

    /** From now on only this invitation is good. */
    void invite(UUID id, byte[] invitation, Instant until) {
        database.sql("update staff_member set invitation_hash = ?, invitation_expires_at = ? where id = ?")
                .params(invitation, until.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** Which invitation is good now. */
    byte[] invitation(UUID id) {
        return database.sql("select invitation_hash from staff_member where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    /** Uses the invitation up; of two who try at the same moment one gets it. */
    boolean accept(byte[] invitation, String passwordHash, byte @Nullable [] sealedKey, long usedStep, Instant now) {
        return database.sql("""
                        update staff_member
                           set state = 'ACTIVE', password_hash = :password, totp_secret = :key, last_totp_step = :step,
                               security_version = security_version + 1,
                               invitation_hash = null, invitation_expires_at = null
                         where invitation_hash = :invitation and invitation_expires_at > :now
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
        return database.sql("update staff_member set last_totp_step = :step"
                                + " where id = :id and last_totp_step < :step")
                        .param("step", step)
                        .param("id", id)
                        .update()
                == 1;
    }

    void signedIn(UUID id, Instant now) {
        database.sql("update staff_member set last_sign_in_at = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    void choosePassword(UUID id, String hash) {
        change(id, "password_hash = ?", hash);
    }

    void chooseKey(UUID id, byte[] sealedKey, long usedStep) {
        change(id, "totp_secret = ?, last_totp_step = ?", sealedKey, usedStep);
    }

    void endSessions(UUID id) {
        database.sql("update staff_member set security_version = security_version + 1 where id = ?")
                .param(id)
                .update();
    }

    int endEverybodysSessions() {
        return database.sql("update staff_member set security_version = security_version + 1")
                .update();
    }

    /** Nobody else changes what opens the account before the end of the transaction. */
    void lock(UUID id) {
        database.sql("select id from staff_member where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    void suspend(UUID id) {
        change(id, "state = 'SUSPENDED', invitation_hash = null, invitation_expires_at = null");
    }

    /** As before the suspension: who never came in must be invited again. */
    void resume(UUID id) {
        change(id, "state = case when password_hash is null then 'INVITED' else 'ACTIVE' end");
    }

    /** Password and factor are forgotten: the next invitation asks for new ones. */
    void reopen(UUID id, StaffRole role) {
        change(
                id,
                "state = 'INVITED', password_hash = null, totp_secret = null, role = ?, newer_role = nullif(?, '')",
                StoredRole.old(role),
                StoredRole.newer(role));
    }

    /** What they may from now on; their sessions end, as these say what they might before. */
    void give(UUID id, StaffRole role) {
        change(id, "role = ?, newer_role = nullif(?, '')", StoredRole.old(role), StoredRole.newer(role));
    }

    /** Whoever else is active and may administer, so that not all of them go at once: they wait for each other. */
    boolean hasOtherAdministrator(UUID id) {
        return database
                .sql(
                        "select id from staff_member"
                                + " where state = 'ACTIVE' and role = 'ADMINISTRATOR' and newer_role is null order by id for update")
                .query(UUID.class)
                .list()
                .stream()
                .anyMatch(other -> !other.equals(id));
    }

    /** Any such change ends the person's sessions. */
    private void change(UUID id, String what, Object... values) {
        database.sql("update staff_member set security_version = security_version + 1, " + what + " where id = ?")
                .params(values)
                .param(id)
                .update();
    }
}
