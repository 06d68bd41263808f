package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.oldaccounts.OldAccountDesk;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff see of such logins, and do for their owners. */
class OldAccountDeskTests extends OldAccountTest {

    @Autowired
    OldAccountDesk desk;

    @Test
    void staff_see_whether_a_login_has_come_over_and_have_a_link_sent_to_the_address_on_file() {
        at(UTILITY, () -> {
            var email = somebody();
            var login = login(email);
            var agent = staff(UTILITY);
            var before = desk.count(agent).orElseThrow();

            var file = desk.of(agent, agreement(login)).getFirst();
            assertThat(file.number()).isEqualTo(login.number());
            assertThat(file.cameOverOn()).isNull();
            assertThat(file.maskedAddress()).isEqualTo(email.masked());
            assertThat(desk.sendLink(agent, file.id())).isTrue();
            registration.activate(mailbox.last(ActivationRequested.class).token(), PASSWORD);

            assertThat(audit(login)).isEqualTo("old-account.link-sent old-account.came-over");
            assertThat(desk.of(agent, agreement(login)).getFirst().cameOverOn()).isNotNull();
            assertThat(desk.count(agent).orElseThrow().cameOver()).isEqualTo(before.cameOver() + 1);
            assertThat(desk.sendLink(agent, file.id())).isFalse();
        });
    }

    @Test
    void staff_of_another_utility_see_and_send_nothing_here() {
        at(UTILITY, () -> {
            var login = login(somebody());
            var stranger = staff(WITHOUT);
            var id = desk.of(staff(UTILITY), agreement(login)).getFirst().id();

            assertThatThrownBy(() -> desk.of(stranger, agreement(login))).isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> desk.count(stranger)).isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> desk.sendLink(stranger, id)).isInstanceOf(RoleMissing.class);
        });
        at(WITHOUT, () -> {
            var login = login(somebody());
            var id = UUID.fromString(one("select id::text from old_login where number = ?", login.number()));
            assertThat(desk.count(staff(WITHOUT))).isEmpty();
            assertThat(desk.of(staff(WITHOUT), agreement(login))).isEmpty();
            assertThat(desk.sendLink(staff(WITHOUT), id)).isFalse();
        });
        assertThat(mailbox.all(ActivationRequested.class)).isEmpty();
    }

    private static CurrentStaff staff(TenantId utility) {
        return new CurrentStaff(utility.slug(), UUID.randomUUID(), "a@b.example", "Anne", StaffRole.AGENT, 0);
    }
}
