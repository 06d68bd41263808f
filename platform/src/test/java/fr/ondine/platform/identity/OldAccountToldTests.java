package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.oldaccounts.OldAccountAwaits;
import fr.ondine.platform.oldaccounts.OldAccountElsewhere;
import fr.ondine.platform.oldaccounts.OldAccountTaken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who guessed an old password has another mailbox: the one that was known is told. */
class OldAccountToldTests extends OldAccountTest {

    @Autowired
    People people;

    @Test
    void an_address_on_file_is_told_once_when_a_strangers_mailbox_takes_the_login_over() {
        at(UTILITY, () -> {
            var onFile = somebody();
            var login = login(onFile);
            var late = proven(login);
            old.comeOver(late, wanted(somebody()), VISITOR);
            var first = mailbox.last(ActivationRequested.class).token();
            assertThat(mailbox.all(OldAccountElsewhere.class))
                    .as("nothing has changed yet")
                    .isEmpty();

            registration.activate(first, PASSWORD);
            assertThatThrownBy(() -> registration.activate(first, PASSWORD)).isInstanceOf(LinkNoLongerValid.class);
            old.comeOver(late, wanted(somebody()), VISITOR);
            registration.activate(mailbox.last(ActivationRequested.class).token(), PASSWORD);

            assertThat(mailbox.all(OldAccountElsewhere.class))
                    .extracting(OldAccountElsewhere::onFile, OldAccountElsewhere::number)
                    .containsExactly(tuple(onFile, login.number()));
            assertThat(audit(login).split(" "))
                    .containsExactlyInAnyOrder(
                            "old-account.came-over", "old-account.address-told", "old-account.too-late");
            assertThat(lettersTo(onFile)).isEqualTo("1");
        });
    }

    @Test
    void an_address_on_file_is_told_once_when_the_owner_of_another_account_brings_the_login_in() {
        at(UTILITY, () -> {
            var onFile = somebody();
            var login = login(onFile);
            var stranger = people.active();
            old.comeOver(proven(login), wanted(stranger.email()), VISITOR);
            var link = mailbox.last(OldAccountAwaits.class).token();

            old.bringIn(stranger, link);
            assertThatThrownBy(() -> old.bringIn(stranger, link)).isInstanceOf(OldAccountTaken.class);

            assertThat(mailbox.all(OldAccountElsewhere.class)).hasSize(1);
            assertThat(lettersTo(onFile)).isEqualTo("1");
        });
    }

    @Test
    void nobody_is_told_where_the_account_has_the_address_on_file_or_there_was_none() {
        at(UTILITY, () -> {
            var own = somebody();
            var login = login(own);
            old.comeOver(proven(login), wanted(own), VISITOR);
            registration.activate(mailbox.last(ActivationRequested.class).token(), PASSWORD);
            comeOver(somebody());

            assertThat(mailbox.all(OldAccountElsewhere.class)).isEmpty();
            assertThat(audit(login)).isEqualTo("old-account.came-over");
        });
    }

    private String lettersTo(EmailAddress address) {
        return one("select count(*)::text from mail where recipient = ?", address.value());
    }
}
