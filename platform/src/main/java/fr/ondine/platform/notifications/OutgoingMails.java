package fr.ondine.platform.notifications;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface OutgoingMails extends Repository<OutgoingMail, UUID> {

    void save(OutgoingMail mail);

    Optional<OutgoingMail> findById(UUID id);
}
