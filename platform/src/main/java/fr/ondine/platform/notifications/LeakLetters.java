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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
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
    private final BouncedAddresses bounced;
    private final LeakNotices notices;

    LeakLetters(
            Outbox outbox,
            PortalLinks links,
            Profiles profiles,
            Agreements agreements,
            BouncedAddresses bounced,
            LeakNotices notices) {
        this.outbox = outbox;
        this.links = links;
        this.profiles = profiles;
        this.agreements = agreements;
        this.bounced = bounced;
        this.notices = notices;
    }

    @EventListener
    void on(LeakFileOpened event) {
        var number = number(event.agreement());
        for (var reader : readers(event.agreement())) {
            var source = source("leak-noticed", event.file().value(), reader);
            var name = event.isOfZone() ? "leak-noticed-of-zone" : "leak-noticed";
            outbox.put(Letter.of(name, reader, number, event.volume(), event.mean(), event.answerBy())
                    .leadingTo(link(event.file()))
                    .about(source, event.agreement()));
            notices.mailed(event.file(), source, reader.masked());
        }
    }

    @EventListener
    void on(LeakFileDecided event) {
        var number = number(event.agreement());
        for (var reader : readers(event.agreement())) {
            var letter = event.isGranted()
                    ? Letter.of("leak-granted", reader, number, event.taken())
                    : Letter.of("leak-refused", reader, number).quoting(event.reason());
            var source = source(letter.name(), event.decision(), reader);
            outbox.put(letter.leadingTo(link(event.file())).about(source, event.agreement()));
            notices.answered(event, source, reader.masked());
        }
    }

    @EventListener
    void on(MailOutcome outcome) {
        if (!outcome.kind().startsWith("leak-")) {
            return;
        }
        if (outcome.isTaken()) {
            notices.taken(outcome.source());
        } else {
            notices.returned(outcome.source());
        }
    }

    /** Each reader is told the same thing once. */
    private static UUID source(String name, UUID what, EmailAddress reader) {
        return UUID.nameUUIDFromBytes((name + what + reader.value()).getBytes(StandardCharsets.UTF_8));
    }

    /** Those to whom the contract is open, or else the address on file; none that refuses our mails. */
    private List<EmailAddress> readers(AgreementId agreement) {
        var users = reached(agreements.usersOf(agreement).stream().flatMap(user -> profiles.address(user).stream()));
        return users.isEmpty()
                ? reached(agreements.find(agreement).stream()
                        .flatMap(card -> Stream.ofNullable(card.holder().email()))
                        .flatMap(LeakLetters::typed))
                : users;
    }

    private List<EmailAddress> reached(Stream<EmailAddress> addresses) {
        var all = addresses.distinct().toList();
        var refused = bounced.among(all.stream().map(EmailAddress::value).toList());
        return all.stream().filter(one -> !refused.contains(one.value())).toList();
    }

    /** What files brought in may be no address at all. */
    private static Stream<EmailAddress> typed(String address) {
        try {
            return Stream.of(new EmailAddress(address));
        } catch (InvalidEmailAddress none) {
            return Stream.empty();
        }
    }

    /** Who has several contracts sees which one it is; who has no account has it at hand when calling. */
    private String number(AgreementId agreement) {
        return agreements.find(agreement).orElseThrow().number();
    }

    private URI link(LeakFileId file) {
        return links.to("/fuites/" + file.value());
    }
}
