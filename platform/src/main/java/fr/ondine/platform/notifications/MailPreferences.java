package fr.ondine.platform.notifications;

import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.RawToken;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which announcements a subscriber refuses: in the portal, or by the link in each of them, which needs no password and can
 * do nothing else. Of such a link only the digest is kept, beside its mail.
 */
@Service
@Transactional
public class MailPreferences {

    private final JdbcClient database;
    private final BouncedAddresses bounced;
    private final Profiles profiles;
    private final Clock clock;

    MailPreferences(JdbcClient database, BouncedAddresses bounced, Profiles profiles, Clock clock) {
        this.database = database;
        this.bounced = bounced;
        this.profiles = profiles;
        this.clock = clock;
    }

    private record Refusal(Announcement what, UserId user) {}

    @Transactional(readOnly = true)
    public Set<Announcement> refused(UserId user) {
        return database
                .sql("select kind from mail_refusal where user_id = :user")
                .param("user", user.value())
                .query(String.class)
                .list()
                .stream()
                .map(Announcement::valueOf)
                .collect(Collectors.toSet());
    }

    /** Whether mails to the address of this account came back for good: nothing is announced there. */
    @Transactional(readOnly = true)
    public boolean isBounced(UserId user) {
        return profiles.address(user)
                .filter(address -> !bounced.among(List.of(address.value())).isEmpty())
                .isPresent();
    }

    /** From now on these are refused and no others. */
    public void refuse(UserId user, Set<Announcement> refused) {
        database.sql("delete from mail_refusal where user_id = :user and kind <> all(:kinds)")
                .param("user", user.value())
                .param("kinds", refused.stream().map(Enum::name).toArray(String[]::new))
                .update();
        refused.forEach(what -> keep(new Refusal(what, user)));
    }

    /** What a link refuses; nothing for one that we did not mail. */
    @Transactional(readOnly = true)
    public Optional<Announcement> of(RawToken link) {
        return refusal(link).map(Refusal::what);
    }

    /** False when the link is none of ours; followed twice, it does the same. */
    public boolean refuse(RawToken link) {
        var refusal = refusal(link);
        refusal.ifPresent(this::keep);
        return refusal.isPresent();
    }

    private Optional<Refusal> refusal(RawToken link) {
        return database.sql("select refusal_kind, refusal_user from mail"
                        + " where refusal_token = :digest and refusal_user is not null")
                .param("digest", link.digest())
                .query((row, number) -> new Refusal(
                        Announcement.valueOf(row.getString("refusal_kind")),
                        new UserId(row.getObject("refusal_user", UUID.class))))
                .optional();
    }

    private void keep(Refusal refusal) {
        database.sql("insert into mail_refusal (user_id, kind, refused_at) values (:user, :kind, :now)"
                        + " on conflict do nothing")
                .param("user", refusal.user().value())
                .param("kind", refusal.what().name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
