package fr.ondine.platform.notifications;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.InvalidEmailAddress;
import fr.ondine.platform.leaks.LeakFileDecided;
import fr.ondine.platform.leaks.LeakFileId;
import fr.ondine.platform.leaks.LeakFileOpened;
import fr.ondine.platform.leaks.LeakNotices;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a household is told of a leak: that much was used and what to do until when, and what was decided. */
@Component
class LeakLetters {

    private final Outbox outbox;
    private final PortalLinks links;
    private final Profiles profiles;
    private final Agreements agreements;
    private final LeakNotices notices;

    LeakLetters(Outbox outbox, PortalLinks links, Profiles profiles, Agreements agreements, LeakNotices notices) {
        this.outbox = outbox;
        this.links = links;
        this.profiles = profiles;
        this.agreements = agreements;
        this.notices = notices;
    }

    @EventListener
    void on(LeakFileOpened event) {
        for (var reader : readers(event.agreement())) {
            outbox.put(Letter.of("leak-noticed", reader, event.volume(), event.mean(), event.answerBy())
                    .leadingTo(link(event.file())));
            notices.mailed(event.file(), reader.masked());
        }
    }

    @EventListener
    void on(LeakFileDecided event) {
        for (var reader : readers(event.agreement())) {
            var letter = event.isGranted()
                    ? Letter.of("leak-granted", reader, event.taken())
                    : Letter.of("leak-refused", reader).quoting(event.reason());
            outbox.put(letter.leadingTo(link(event.file())));
        }
    }

    /** Those to whom the contract is open, or else the address on file. */
    private List<EmailAddress> readers(AgreementId agreement) {
        var users = agreements.usersOf(agreement).stream()
                .flatMap(user -> profiles.address(user).stream())
                .toList();
        return users.isEmpty()
                ? agreements.find(agreement).stream()
                        .flatMap(card -> Stream.ofNullable(card.holder().email()))
                        .flatMap(LeakLetters::typed)
                        .toList()
                : users;
    }

    /** What files brought in may be no address at all. */
    private static Stream<EmailAddress> typed(String address) {
        try {
            return Stream.of(new EmailAddress(address));
        } catch (InvalidEmailAddress none) {
            return Stream.empty();
        }
    }

    private URI link(LeakFileId file) {
        return links.to("/fuites/" + file.value());
    }
}
