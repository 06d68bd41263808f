package fr.ondine.platform.notifications;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OutgoingMails extends Repository<OutgoingMail, UUID> {

    void save(OutgoingMail mail);

    Optional<OutgoingMail> findById(UUID id);

    boolean existsBySource(UUID source);

    /** One by one with those who take mails back: who comes second finds nothing to do. */
    @Modifying
    @Query("update OutgoingMail mail set mail.claimedAt = coalesce(mail.claimedAt, :now) where mail.id = :id"
            + " and mail.sentAt is null and mail.withdrawnAt is null and mail.givenUpAt is null and mail.plain <> ''")
    int claim(UUID id, Instant now);
}
