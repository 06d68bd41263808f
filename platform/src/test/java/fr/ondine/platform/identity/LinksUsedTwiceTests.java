package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A mailed link that is followed many times at the same moment does what it is for once. */
@IdentityTest
class LinksUsedTwiceTests {

    private static final int CLICKS = 6;

    @Autowired
    People people;

    @Autowired
    Credentials credentials;

    @Autowired
    Profiles profiles;

    @Autowired
    Mailbox mailbox;

    @BeforeEach
    void empty_mailbox() {
        mailbox.empty();
    }

    @Test
    void a_forgotten_password_is_chosen_once() throws Exception {
        var link = TenantContext.callAs(SIEGVO, () -> {
            credentials.requestReset(people.active().email(), VISITOR);
            return mailbox.last(PasswordResetRequested.class).token();
        });
        assertThat(followed(link, once -> credentials.reset(once, "un autre mot de passe")))
                .isOne();
        assertThat(mailbox.all(PasswordChanged.class)).hasSize(1);
    }

    @Test
    void an_address_is_changed_once_and_comes_back_once() throws Exception {
        var link = TenantContext.callAs(SIEGVO, () -> {
            profiles.requestEmailChange(people.active(), PASSWORD, somebody(), VISITOR);
            return mailbox.last(EmailChangeRequested.class).token();
        });
        assertThat(followed(link, once -> profiles.confirmEmailChange(once, PASSWORD)))
                .isOne();
        assertThat(mailbox.all(EmailChanged.class)).hasSize(1);
        assertThat(followed(mailbox.last(EmailChanged.class).undoToken(), profiles::undoEmailChange))
                .isOne();
    }

    /** How many of those who follow it at once are let through. */
    private static long followed(RawToken link, Consumer<RawToken> use) throws InterruptedException {
        Callable<Boolean> click = () -> TenantContext.callAs(SIEGVO, () -> does(link, use));
        try (var clicks = Executors.newFixedThreadPool(CLICKS)) {
            return clicks
                    .invokeAll(
                            IntStream.range(0, CLICKS).mapToObj(again -> click).toList())
                    .stream()
                    .filter(Future::resultNow)
                    .count();
        }
    }

    private static boolean does(RawToken link, Consumer<RawToken> use) {
        try {
            use.accept(link);
            return true;
        } catch (LinkNoLongerValid used) {
            return false;
        }
    }
}
