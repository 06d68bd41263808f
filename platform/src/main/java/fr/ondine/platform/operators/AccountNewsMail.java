package fr.ondine.platform.operators;

import fr.ondine.platform.tenancy.PlatformJob;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails one kind of news to the operator whom it is about, until the mail server takes it. */
final class AccountNewsMail implements PlatformJob {

    private final AccountNews news;
    private final OperatorAccounts accounts;
    private final OperatorMailer mailer;
    private final TransactionTemplate transaction;

    AccountNewsMail(
            AccountNews news, OperatorAccounts accounts, OperatorMailer mailer, TransactionTemplate transaction) {
        this.news = news;
        this.accounts = accounts;
        this.mailer = mailer;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return news.task();
    }

    @Override
    public void run(UUID id) {
        transaction.execute(status -> accounts.find(id)).ifPresent(account -> mailer.send(account, news.key()));
    }
}
