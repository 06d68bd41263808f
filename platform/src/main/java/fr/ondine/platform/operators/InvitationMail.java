package fr.ondine.platform.operators;

import fr.ondine.platform.tenancy.Console;
import fr.ondine.platform.tenancy.PlatformJob;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails an invitation, again and again until the mail server takes it; each try draws a link that replaces the last. */
@Component
class InvitationMail implements PlatformJob {

    static final String NAME = "invite-operator";

    private static final String PATH = "/console/invitation?jeton=";

    private final OperatorAccounts accounts;
    private final Invitations invitations;
    private final Console console;
    private final OperatorMailer mailer;
    private final TransactionTemplate transaction;

    InvitationMail(
            OperatorAccounts accounts,
            Invitations invitations,
            Console console,
            OperatorMailer mailer,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.console = console;
        this.mailer = mailer;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(UUID id) {
        transaction
                .execute(status -> accounts.find(id))
                .filter(account -> account.state() != OperatorState.REVOKED)
                .ifPresent(account -> {
                    var link = console.origin() + PATH + invitations.issue(id).value();
                    mailer.send(account, "invitation", link);
                });
    }
}
