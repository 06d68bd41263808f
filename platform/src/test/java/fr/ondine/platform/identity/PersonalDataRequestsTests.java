package fr.ondine.platform.identity;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.tenancy.TenantContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class PersonalDataRequestsTests {

    @Autowired
    PersonalDataRequests requests;

    @Autowired
    People people;

    @Autowired
    Mailbox mailbox;

    @Test
    void are_granted_to_who_knows_the_password_and_told_to_the_mailbox() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            requests.ask(user, People.PASSWORD);
            assertThat(mailbox.last(PersonalDataAsked.class).email()).isEqualTo(user.email());
        });
    }

    @Test
    void are_refused_to_who_only_found_the_session_open() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            mailbox.empty();
            assertThatThrownBy(() -> requests.ask(user, "quatre chats noirs")).isInstanceOf(WrongPassword.class);
            assertThat(mailbox.all(PersonalDataAsked.class)).isEmpty();
        });
    }

    @Test
    void are_granted_a_few_times_an_hour() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            for (int time = 0; time < 3; time++) {
                requests.ask(user, People.PASSWORD);
            }
            assertThatThrownBy(() -> requests.ask(user, People.PASSWORD)).isInstanceOf(TooManyAttempts.class);
        });
    }
}
