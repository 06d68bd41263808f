package fr.ondine.platform.notifications;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Sentences;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mails reminders, and takes back those that have not left. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ReminderMails {

    /** By their names among the letters. */
    static final Set<String> KINDS = Set.of("reminder", "formal-notice");

    private final Outbox outbox;
    private final PortalLinks links;
    private final JdbcClient database;
    private final Tenants tenants;
    private final Clock clock;

    ReminderMails(Outbox outbox, PortalLinks links, JdbcClient database, Tenants tenants, Clock clock) {
        this.outbox = outbox;
        this.links = links;
        this.database = database;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Sent with the transaction of the caller; the same source twice is refused by the database. */
    public void send(ReminderMail mail) {
        var writing = new Writing(tenants.current().languages().getFirst());
        outbox.put(Letter.of(
                        mail.isFormal() ? "formal-notice" : "reminder",
                        mail.to(),
                        mail.contract(),
                        mail.amount(),
                        mail.text())
                .leadingTo(links.to("/factures?contrat=" + mail.agreement().value()))
                .quoting(mail.lines().stream().map(line -> line(line, writing)).collect(Collectors.joining("\n")))
                .about(mail.source(), mail.agreement()));
    }

    /** Excuses for one, with the transaction of the caller. */
    public void apologise(UUID source, EmailAddress to, AgreementId agreement, String contract, String text) {
        outbox.put(Letter.of("reminder-apology", to, contract, text).about(source, agreement));
    }

    /** Takes back those of these sources that still wait and are not being handed over; tells which. */
    public List<UUID> withdraw(Collection<UUID> sources) {
        return database.sql("""
                        update mail set withdrawn_at = :now, html = '', plain = ''
                         where source = any(:sources) and sent_at is null and withdrawn_at is null and claimed_at is null
                        returning source""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("sources", sources.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private static String line(ReminderMail.Line line, Writing writing) {
        return writing.typeset(
                        Sentences.of(LetterWords.BUNDLE, writing.locale()).getString("layout.asked"))
                .replace("{0}", line.number())
                .replace("{1}", writing.date(line.dueOn()))
                .replace("{2}", writing.money(line.amount()));
    }
}
