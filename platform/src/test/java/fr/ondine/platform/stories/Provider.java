package fr.ondine.platform.stories;

import static org.awaitility.Awaitility.await;

import fr.ondine.platform.payments.stripe.StripeDoor;
import fr.ondine.simulators.stripe.Account;
import fr.ondine.simulators.stripe.AccountSettings;
import fr.ondine.testing.SimulatedStripe;
import org.springframework.beans.factory.BeanFactory;

/** The utility's account at the provider, which tells the portal of everything twice, but not before it is asked to. */
final class Provider {

    private static final int TIMES = 2;

    final Account account;
    private final String id;

    Provider(BeanFactory beans, String slug) {
        StripeDoor.open(beans);
        id = "acct_1Own" + slug;
        account = SimulatedStripe.shared()
                .simulator()
                .open(AccountSettings.of(id, "sk_test_" + slug)
                        .webhook(SimulatedStripe.shared().webhook(slug), "whsec_" + slug));
        account.webhooks().copies(TIMES);
        account.webhooks().hold();
    }

    /** All that it has not told yet, the last first when reversed. */
    void tell(boolean reversed) {
        account.webhooks().release(reversed);
        await().until(() -> account.webhooks().areDone());
        account.webhooks().hold();
    }

    /** The page that was asked for under a reference of ours. */
    String session(String reference) {
        return SimulatedStripe.shared().simulator().sessions(id, reference).getFirst();
    }

    /** The last of a kind once more; false where there was none. */
    boolean tellAgain(String type) {
        var told = account.events(type);
        told.stream().findFirst().ifPresent(account.webhooks()::resend);
        tell(false);
        return !told.isEmpty();
    }
}
