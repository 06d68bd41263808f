package fr.ondine.ui.shell;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import fr.ondine.journeys.PortalTest;
import fr.ondine.platform.tenancy.Looking;
import fr.ondine.platform.tenancy.TenantContext;
import java.security.Principal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A page is of the person who opened it, and of whom they were there. */
@PortalTest
class PageOwnerTests {

    private static final Looking LOOKING = new Looking("Anne", Instant.parse("2999-01-01T00:00:00Z"), "/gestion");

    private final Principal anne = () -> "siegvo:anne";
    private final Principal paul = () -> "siegvo:paul";
    private final UI page = new UI();

    @Autowired
    PageOwner owners;

    @Test
    void nobodys_page_becomes_the_first_ones_who_signs_in_and_no_other_ones() {
        page.getElement().setAttribute("data-whose", "nobody");
        assertThat(owners.isOf(page, null)).isTrue();

        assertThat(owners.isOf(page, anne)).isTrue();
        assertThat(owners.isOf(page, anne)).isTrue();
        assertThat(owners.isOf(page, paul)).isFalse();
        assertThat(owners.isOf(page, null)).isFalse();
    }

    @Test
    void what_staff_looked_at_as_somebody_is_not_that_persons_page() {
        page.getElement().setAttribute("data-whose", "nobody");

        TenantContext.callAs(
                SIEGVO,
                () -> TenantContext.callLooking(
                        LOOKING, () -> assertThat(owners.isOf(page, anne)).isTrue()));

        assertThat(owners.isOf(page, anne)).isFalse();
    }
}
