package fr.ondine.platform.operators;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** One job for each kind of news, for a job is told nothing but whom it is about. */
@Configuration(proxyBeanMethods = false)
class AccountNewsMails {

    @Bean
    AccountNewsMail passwordChanged(OperatorAccounts accounts, OperatorMailer mailer, TransactionTemplate transaction) {
        return new AccountNewsMail(AccountNews.PASSWORD_CHANGED, accounts, mailer, transaction);
    }

    @Bean
    AccountNewsMail factorChanged(OperatorAccounts accounts, OperatorMailer mailer, TransactionTemplate transaction) {
        return new AccountNewsMail(AccountNews.FACTOR_CHANGED, accounts, mailer, transaction);
    }

    @Bean
    AccountNewsMail keyCreated(OperatorAccounts accounts, OperatorMailer mailer, TransactionTemplate transaction) {
        return new AccountNewsMail(AccountNews.KEY_CREATED, accounts, mailer, transaction);
    }
}
